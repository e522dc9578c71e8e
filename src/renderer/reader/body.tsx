import type { Block } from '#contract/item.ts';
import type { MarkedText } from '#contract/search.ts';
import { stretchEnds } from '#text/stretches.ts';
import { AnnotatedText } from '../notes/annotated-text.tsx';
import { drawnIn, type Placed } from '../notes/drawn.ts';
import css from './reader.module.css';

const elements = { paragraph: 'p', heading: 'h3', quote: 'blockquote', 'list-item': 'li', verse: 'p', caption: 'p', picture: 'p' } as const;

/** Consecutive list items make one list; any other block stands alone. Each entry holds indexes of blocks. */
export function groupBlocks(blocks: readonly Block[]): number[][] {
  const groups: number[][] = [];
  blocks.forEach(({ kind }, i) => {
    const joins = kind === 'list-item' && blocks[i - 1]?.kind === 'list-item';
    if (joins) groups.at(-1)?.push(i);
    else groups.push([i]);
  });
  return groups;
}

/** Spaces that say something: between the halves of a verse, or of a table that was typed. */
const spaced = /\S[ \u00a0]{3,}\S/u;
/** A text longer than two parts of so many blocks is laid out part by part, as they come in sight. */
const PART = 200;
/** What is laid out costs by its letters, and only the stretches in sight are. */
const LAID_OUT = { long: 20_000, stretch: 4_000 };
/** What was found in a stretch of a block. */
const marksIn = (marks: MarkedText['marks'] | undefined, start: number, end: number): [number, number][] =>
  (marks ?? [])
    .filter(([from, to]) => from < end && to > start)
    .map(([from, to]) => [Math.max(from, start) - start, Math.min(to, end) - start]);

type Props = {
  blocks: Block[];
  marks: MarkedText[] | undefined;
  language: string;
  placed: readonly Placed[];
  onNote: (id: string) => void;
};

/** The text of the article, every block as what it is; direction comes from its letters. */
export function Body({ blocks, marks, language, placed, onNote }: Props) {
  const starts: number[] = [];
  blocks.reduce((at, { text }) => {
    starts.push(at);
    return at + text.length + 1;
  }, 0);
  const show = (i: number) => {
    const block = blocks[i];
    if (!block) return null;
    const As = elements[block.kind];
    const from = starts[i] ?? 0;
    const ends = stretchEnds(block.text, LAID_OUT);
    const stretch = (end: number, n: number) => {
      const start = ends[n - 1] ?? 0;
      return (
        <AnnotatedText
          key={start}
          text={block.text.slice(start, end)}
          from={from + start}
          marks={marksIn(marks?.[i]?.marks, start, end)}
          drawn={drawnIn(placed, 'body', from + start, end - start)}
          onNote={onNote}
        />
      );
    };
    return (
      <As key={i} dir="auto" data-kind={block.kind} data-spaced={spaced.test(block.text)}>
        {block.picture && !block.text
          ? block.picture.alt
          : ends.map((end, n) =>
              ends.length === 1 ? (
                stretch(end, n)
              ) : (
                <span key={end} className={`${css.part} ${css.stretch}`}>
                  {stretch(end, n)}
                </span>
              ),
            )}
      </As>
    );
  };
  const groups = groupBlocks(blocks);
  const showGroup = (group: readonly number[]) => {
    const [first = 0] = group;
    return blocks[first]?.kind === 'list-item' ? <ul key={first}>{group.map(show)}</ul> : show(first);
  };
  return (
    <div className={css.text} lang={language} data-field="body">
      {groups.length > 2 * PART
        ? Array.from({ length: Math.ceil(groups.length / PART) }, (_, part) => (
            <div key={groups[part * PART]![0]} className={css.part}>
              {groups.slice(part * PART, (part + 1) * PART).map(showGroup)}
            </div>
          ))
        : groups.map(showGroup)}
    </div>
  );
}
