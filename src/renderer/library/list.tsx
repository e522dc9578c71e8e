import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSettings } from '../api/words.tsx';
import css from './library.module.css';
import { RowLines } from './row-lines.tsx';
import type { Row } from './use-rows.ts';

type Props = { rows: Row[]; open?: string | undefined; href: (id: string) => string; label: string; onEnd: () => void };

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Only the rows in sight are in the page; arrow keys walk from one to the next. */
export function List({ rows, open, href, label, onEnd }: Props) {
  const box = useRef<HTMLElement>(null);
  const isRtl = useSettings().language === 'ar';
  // oxlint-disable-next-line react/incompatible-library -- the window is built without the React compiler
  const v = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => 110, overscan: 6, isRtl });
  const shown = v.getVirtualItems();
  const atEnd = (shown.at(-1)?.index ?? 0) >= rows.length - 20;
  useEffect(() => {
    if (atEnd) onEnd();
  });
  const walk = (e: KeyboardEvent<HTMLAnchorElement>, index: number) => {
    const step = steps[e.key];
    if (!step) return;
    e.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-index="${index + step}"]`)?.focus();
  };
  return (
    <nav ref={box} id="list" className={css.rows} aria-label={label} tabIndex={-1}>
      <div className={css.length} style={{ blockSize: v.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <a
              key={row.id}
              ref={v.measureElement}
              data-index={index}
              className={css.row}
              style={{ insetBlockStart: start }}
              href={href(row.id)}
              aria-current={row.id === open}
              onKeyDown={(e) => walk(e, index)}
            >
              <RowLines row={row} />
            </a>
          );
        })}
      </div>
    </nav>
  );
}
