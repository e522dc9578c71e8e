import type { MarkedText } from '#contract/search.ts';

/** Text with its marks as <mark>; marks come in order and do not overlap. */
export function Marked({ text, marks }: MarkedText) {
  return (
    <>
      {marks.map(([start, end], i) => (
        <span key={start}>
          {text.slice(marks[i - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
