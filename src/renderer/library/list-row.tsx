/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- the grid has the keyboard, and names the active row */
import { memo } from 'react';
import { useSettings } from '../api/words.tsx';
import css from './list.module.css';
import { RowCells } from './row-cells.tsx';
import { RowLines } from './row-lines.tsx';
import type { Row } from './use-rows.ts';

type Props = {
  index: number;
  /** Undefined while it is on its way. */
  row: Row | undefined;
  start: number;
  height: number;
  href: string;
  chosen: boolean;
  active: boolean;
  open: boolean;
  /** Of the first row among all rows of the grid, counted from 1. */
  offset: number;
};

/** One article of the list; the grid hears of presses. While it is on its way its place is kept. */
export const ListRow = memo(function ListRow({ index, row, start, height, href, chosen, active, open, offset }: Props) {
  const { layout } = useSettings();
  return (
    <div
      id={`row-${index}`}
      role="row"
      data-index={index}
      className={css.row}
      style={{ transform: `translateY(${start}px)`, blockSize: height }}
      aria-rowindex={index + offset}
      aria-selected={chosen}
      aria-busy={row === undefined}
      data-active={active}
      data-open={open}
      draggable={row !== undefined}
    >
      {layout === 'table' ? <RowCells row={row} href={href} open={open} /> : <RowLines row={row} href={href} open={open} />}
    </div>
  );
});
