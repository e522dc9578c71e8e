import type { MarkedText } from '#contract/search.ts';

/** Text with its marks as <mark>. */
export function Marked({ text, marks }: MarkedText) {
  let at = 0;
  const parts = marks.flatMap(([start, end]) => {
    const pair = [text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>];
    at = end;
    return pair;
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
