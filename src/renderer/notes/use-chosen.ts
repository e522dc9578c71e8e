// What of an article is chosen: by the mouse as anywhere, or word by word with the keys.
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { AnnotatedField } from '#contract/annotation.ts';
import { textOfField } from '#contract/annotation-text.ts';
import type { Item } from '#contract/item.ts';
import { type Chosen, chosenIn, select, wordsOf } from './places.ts';

/** Between what is chosen and what can be done with it; CSS pixels. */
const GAP = 8;

/** Numbers of words: where choosing began, and where it has come to. */
type Walk = { readonly anchor: number; readonly head: number };

export type Choosing = {
  readonly chosen: Chosen | undefined;
  /** Below what is chosen, from the top of the article; CSS pixels. */
  readonly below: number;
  /** Words are being chosen with the keys. */
  readonly walking: boolean;
  /** Begins choosing with the keys, at the first word that can be seen. */
  readonly walk: () => void;
  readonly drop: () => void;
  readonly onKeyDown: (e: KeyboardEvent) => void;
};

export function useChosen(article: RefObject<HTMLElement | null>, item: Item | undefined, rtl: boolean): Choosing {
  const [chosen, setChosen] = useState<Chosen>();
  const [below, setBelow] = useState(0);
  const [walk, setWalk] = useState<Walk>();
  const textOf = (field: AnnotatedField): string => (item ? textOfField(item, field) : '');
  const take = (): void => {
    // While something else is written in, what was chosen stays chosen.
    if (!article.current || document.activeElement?.closest('input, textarea, [role=dialog]')) return;
    const found = chosenIn(article.current, getSelection(), textOf);
    setChosen(found);
    if (!found) setWalk(undefined);
    else setBelow(getSelection()!.getRangeAt(0).getBoundingClientRect().bottom - article.current.getBoundingClientRect().top + GAP);
  };
  const look = useEffectEvent(take);
  useEffect(() => {
    const onChange = (): void => look();
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, []);
  const words = walk || chosen ? wordsOf(textOf) : [];
  const show = (next: Walk, all = words): void => {
    const [a, b] = [all[next.anchor]!, all[next.head]!];
    // Title and body are texts of their own.
    const [first, last] = a.start <= b.start || a.field !== b.field ? [a, b] : [b, a];
    if (a.field !== b.field) return;
    setWalk(next);
    if (article.current) select(article.current, { field: a.field, start: first.start, end: last.end });
    // The browser tells of it only later, and the next key may come before that.
    take();
  };
  const drop = (): void => {
    setWalk(undefined);
    setChosen(undefined);
    getSelection()?.removeAllRanges();
  };
  return {
    chosen,
    below,
    walking: walk !== undefined,
    drop,
    walk: () => {
      const all = wordsOf(textOf);
      if (all.length === 0) return;
      article.current?.focus({ preventScroll: true });
      const first = all.findIndex(({ field }) => field === 'body');
      const at = Math.max(0, walk?.head ?? first);
      show({ anchor: at, head: at }, all);
    },
    onKeyDown: (e) => {
      if (!walk || e.ctrlKey || e.altKey || e.metaKey) return;
      const { head } = walk;
      const { line, field } = words[head]!;
      const begins = (wanted: number): number => words.findIndex((one) => one.line === wanted);
      const forth = rtl ? 'ArrowLeft' : 'ArrowRight';
      const back = rtl ? 'ArrowRight' : 'ArrowLeft';
      const later = words.find((one) => one.line > line)?.line;
      const earlier = words.findLast((one) => one.line < line)?.line;
      const steps: Readonly<Record<string, () => number>> = {
        [forth]: () => head + 1,
        [back]: () => head - 1,
        ArrowDown: () => (later === undefined ? head : begins(later)),
        ArrowUp: () => (begins(line) < head ? begins(line) : earlier === undefined ? head : begins(earlier)),
        Home: () => begins(line),
        End: () => words.findLastIndex((one) => one.line === line),
      };
      if (e.key === 'Escape') {
        e.preventDefault();
        drop();
        return;
      }
      const step = steps[e.key];
      if (!step) return;
      e.preventDefault();
      const to = Math.min(words.length - 1, Math.max(0, step()));
      if (!e.shiftKey) show({ anchor: to, head: to });
      else if (words[to]!.field === field) show({ anchor: walk.anchor, head: to });
    },
  };
}
