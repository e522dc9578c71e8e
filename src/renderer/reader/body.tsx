import type { Block } from '#contract/item.ts';
import type { MarkedText } from '#contract/search.ts';
import { Marked } from '../ui/marked.tsx';
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

/** The text of the article, every block as what it is; direction comes from its letters. */
export function Body({ blocks, marks, language }: { blocks: Block[]; marks: MarkedText[] | undefined; language: string }) {
  const show = (i: number) => {
    const block = blocks[i];
    if (!block) return null;
    const As = elements[block.kind];
    return (
      <As key={i} dir="auto" data-kind={block.kind}>
        {marks?.[i]?.text ? <Marked {...marks[i]} /> : block.picture ? block.picture.alt : block.text}
      </As>
    );
  };
  return (
    <div className={css.text} lang={language}>
      {groupBlocks(blocks).map((group) => {
        const [first = 0] = group;
        return blocks[first]?.kind === 'list-item' ? <ul key={first}>{group.map(show)}</ul> : show(first);
      })}
    </div>
  );
}
