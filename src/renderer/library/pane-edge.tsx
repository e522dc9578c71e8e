/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- a separator that has a value is a widget (ARIA 1.2) */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useDeskWords, useSettings } from '../api/words.tsx';
import css from './library.module.css';

const LEAST = 260;
const MOST = 1100;
const STEP = 24;

const within = (width: number): number => Math.round(Math.max(LEAST, Math.min(MOST, width)));

/** The width of the list, and the edge that a person draws; it is kept when it is let go. */
export function usePaneWidth(keep: (width: number) => void) {
  const { listWidth } = useSettings();
  const [drawn, setDrawn] = useState<number>();
  return {
    width: drawn ?? listWidth,
    draw: setDrawn,
    letGo: (width: number) => {
      keep(within(width));
      setDrawn(within(width));
    },
  };
}

export function PaneEdge({ pane }: { pane: ReturnType<typeof usePaneWidth> }) {
  const d = useDeskWords();
  const rtl = useSettings().language === 'ar';
  const from = useRef<{ x: number; width: number }>(undefined);
  const at = (e: PointerEvent): number => within((from.current?.width ?? 0) + (e.clientX - (from.current?.x ?? 0)) * (rtl ? -1 : 1));
  const onKeyDown = (e: KeyboardEvent): void => {
    const wider = rtl ? 'ArrowLeft' : 'ArrowRight';
    const narrower = rtl ? 'ArrowRight' : 'ArrowLeft';
    if (e.key !== wider && e.key !== narrower) return;
    e.preventDefault();
    pane.letGo(pane.width + (e.key === wider ? STEP : -STEP));
  };
  return (
    <div
      role="separator"
      className={css.edge}
      aria-orientation="vertical"
      aria-label={d.paneWidth}
      aria-valuenow={pane.width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(e) => {
        from.current = { x: e.clientX, width: pane.width };
        e.currentTarget.setPointerCapture(e.pointerId);
      }}
      onPointerMove={(e) => {
        if (from.current) pane.draw(at(e));
      }}
      onPointerUp={(e) => {
        if (from.current) pane.letGo(at(e));
        from.current = undefined;
      }}
    />
  );
}
