import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { MarkedText } from '#contract/search.ts';

type Marks = { readonly title: MarkedText; readonly body: readonly MarkedText[] };
export type Matches = {
  readonly count: number;
  /** The one that was gone to last, counted from 0; undefined before the first. */
  readonly at: number | undefined;
  readonly go: (step: 1 | -1) => void;
};

/** Where each match begins, as the pieces of the text say it: in the title, then in the text as a whole. */
function placesOf({ title, body }: Marks): string[] {
  const places = title.marks.map(([start]) => `[data-field=title] [data-from="${start}"]`);
  let from = 0;
  for (const { text, marks } of body) {
    for (const [start] of marks) places.push(`[data-field=body] [data-from="${from + start}"]`);
    from += text.length + 1;
  }
  return places;
}

/** From one match to the next inside the article, round and round. */
export function useMatches(article: RefObject<HTMLElement | null>, marks: Marks | undefined): Matches {
  const places = useMemo(() => (marks ? placesOf(marks) : []), [marks]);
  const [gone, setGone] = useState<{ of: readonly string[]; at: number }>();
  // Of another query, or of another state of the text, none was gone to.
  const at = gone?.of === places ? gone.at : undefined;
  useEffect(() => {
    const mark = at === undefined ? undefined : article.current?.querySelector(places[at]!)?.closest('mark');
    if (!mark) return;
    mark.setAttribute('data-current', 'true');
    mark.scrollIntoView({ block: 'center' });
    return () => mark.removeAttribute('data-current');
  }, [article, places, at]);
  const count = places.length;
  return {
    count,
    at,
    go: (step) => {
      if (count > 0) setGone({ of: places, at: at === undefined ? (step > 0 ? 0 : count - 1) : (at + step + count) % count });
    },
  };
}
