import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { MarkedText } from '#contract/search.ts';
import { useSettings } from '../api/words.tsx';
import { Marked } from '../ui/marked.tsx';
import css from './library.module.css';

export type Row = { id: string; title: string; line: string; tags: string[]; snippet?: MarkedText };

export function List({ rows, open, href, label }: { rows: Row[]; open?: string | undefined; href: (id: string) => string; label: string }) {
  const box = useRef<HTMLElement>(null);
  const isRtl = useSettings().language === 'ar';
  const v = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => 120, overscan: 6, isRtl });
  const move = (e: React.KeyboardEvent) => {
    const step = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    if (!step) return;
    e.preventDefault();
    const at = Number((document.activeElement as HTMLElement | null)?.dataset.index ?? -1) + step;
    box.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus();
  };
  return (
    <nav ref={box} id="list" className={css.rows} aria-label={label} tabIndex={-1} onKeyDown={move}>
      <div style={{ blockSize: v.getTotalSize(), position: 'relative' }}>
        {v.getVirtualItems().map(({ index, start }) => {
          const r = rows[index];
          return (
            r && (
              <a
                key={r.id}
                ref={v.measureElement}
                data-index={index}
                className={css.row}
                style={{ insetBlockStart: start }}
                href={href(r.id)}
                aria-current={r.id === open}
              >
                <strong dir="auto">{r.title}</strong>
                <small>{r.line}</small>
                {r.snippet && (
                  <span dir="auto">
                    <Marked {...r.snippet} />
                  </span>
                )}
                {r.tags.length > 0 && (
                  <small>
                    {r.tags.map((t) => (
                      <bdi key={t}>#{t} </bdi>
                    ))}
                  </small>
                )}
              </a>
            )
          );
        })}
      </div>
    </nav>
  );
}
