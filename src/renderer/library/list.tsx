/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a table cannot be placed one by one, so the grid is our own */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type MouseEvent, useEffect, useRef } from 'react';
import type { Settings } from '#contract/settings.ts';
import { useSettings } from '../api/words.tsx';
import { ListColumns } from './list-columns.tsx';
import { handleKey } from './list-keys.ts';
import css from './list.module.css';
import { ListRow } from './list-row.tsx';
import { isNarrow } from './narrow.ts';
import { TagRoom, useRoomIn } from './tag-room.ts';
import { usePrinting } from './use-printing.ts';
import { PAGE, type Rows } from './use-rows.ts';
import type { Selection } from './use-selection.ts';
import type { View } from './use-view.ts';

type Props = {
  rows: Rows;
  total: number;
  open?: string | undefined;
  view: View;
  label: string;
  selection: Selection;
  /** The article of a row is to be read. */
  onRead: (id: string) => void;
  onDelete: () => void;
  onDrag: (e: DragEvent, index: number) => void;
};

/** Rows are all of one height, so that a hundred thousand need not be measured. CSS pixels; list.module.css keeps to it. */
export const heightOf = ({ layout, density }: Settings, found: boolean): number => {
  const roomy = density === 'roomy';
  if (layout === 'table') return (roomy ? 42 : 32) + (found ? 22 : 0);
  return (roomy ? 128 : 76) + (found ? (roomy ? 66 : 32) : 0);
};

const stretchAround = (from: number, to: number, total: number): { index: number; start: number }[] => {
  const begin = Math.floor(from / PAGE) * PAGE;
  const end = Math.min(total, (Math.floor(to / PAGE) + 1) * PAGE);
  return Array.from({ length: Math.max(0, end - begin) }, (_, n) => ({ index: begin + n, start: 0 }));
};

/** The row that a press or a drag is on. */
function indexUnder({ target }: MouseEvent): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset['index']) : undefined;
}

/** A grid of which only the rows in sight are in the page. The focus stays on the grid, which names the row that is active. */
export function List({ rows, total, open, view, label, selection, onRead, onDelete, onDrag }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const settings = useSettings();
  const { language, layout, density } = settings;
  const found = view.query.trim() !== '';
  const height = heightOf(settings, found);
  // oxlint-disable-next-line react/incompatible-library -- the window is built without the React compiler
  const v = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
    isRtl: language === 'ar',
    useFlushSync: false,
  });
  const sighted = v.getVirtualItems();
  const [from, to] = [sighted[0]?.index ?? 0, sighted.at(-1)?.index ?? 0];
  // On paper stands what is here of the stretch in sight, and not only what the window has room for.
  const shown = usePrinting() ? stretchAround(from, to, total).filter(({ index }) => rows.at(index)) : sighted;
  const { want } = rows;
  useEffect(() => {
    // While the list flies past, nothing is asked for.
    const wait = setTimeout(() => want(from, to), 60);
    return () => clearTimeout(wait);
  }, [want, from, to, total]);
  useEffect(() => v.measure(), [v, height]);
  const { active } = selection;
  useEffect(() => {
    if (active >= 0) v.scrollToIndex(active, { align: 'auto' });
  }, [v, active]);
  const key = `${view.query}\n${JSON.stringify(view.filters)}`;
  useEffect(() => v.scrollToOffset(0), [v, key]);

  const table = layout === 'table';
  const room = useRoomIn(box, table, settings.columns);
  const onPress = (e: MouseEvent): void => {
    const index = indexUnder(e);
    if (index === undefined) return;
    // The link is for the other buttons of a mouse.
    e.preventDefault();
    box.current?.focus({ preventScroll: true });
    const plain = !e.ctrlKey && !e.metaKey && !e.shiftKey;
    if (plain && isNarrow()) onEnter(index);
    else selection.choose(index, { toggle: e.ctrlKey || e.metaKey, stretch: e.shiftKey });
  };
  const onEnter = (index: number): void => {
    const id = rows.at(index)?.id;
    if (id === undefined) return;
    selection.choose(index);
    onRead(id);
  };
  const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / height) - 1);
  return (
    <div
      ref={box}
      id="list"
      role="grid"
      className={css.rows}
      data-layout={layout}
      data-density={density}
      data-found={found}
      aria-label={label}
      aria-multiselectable
      aria-rowcount={table ? total + 1 : total}
      aria-activedescendant={active >= from && active <= to ? `row-${active}` : undefined}
      tabIndex={0}
      onClick={onPress}
      onDragStart={(e) => {
        const index = indexUnder(e);
        if (index !== undefined) onDrag(e, index);
      }}
      onFocus={(e) => {
        // Once by the keyboard: the first row, or the one that is being read.
        if (active < 0 && e.target === box.current && box.current.matches(':focus-visible'))
          selection.visit(Math.max(0, open ? rows.indexOf(open) : 0));
      }}
      onKeyDown={(e) => {
        if (e.target !== box.current) return;
        const reach = { total, page, onDelete, onEnter };
        if (handleKey(e, selection, reach)) {
          e.preventDefault();
          e.stopPropagation();
        }
      }}
    >
      {table && <ListColumns view={view} />}
      <div role="rowgroup" className={css.length} style={{ blockSize: v.getTotalSize() }}>
        <TagRoom value={room}>
          {shown.map(({ index, start }) => {
            const row = rows.at(index);
            return (
              <ListRow
                key={index}
                index={index}
                row={row}
                start={start}
                height={height}
                href={row ? view.hrefOf(row.id) : '#'}
                chosen={row !== undefined && selection.has(row.id)}
                active={index === active}
                open={row !== undefined && row.id === open}
                offset={table ? 2 : 1}
              />
            );
          })}
        </TagRoom>
      </div>
    </div>
  );
}
