/* oxlint-disable jsx-a11y/prefer-tag-over-role -- SVG has no elements of its own for these roles */
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Drawing, type Ink, setting, type Shape, type Spot, spotsOf } from './drawing.ts';
import { markBy } from './nearest.ts';
import css from './seeing.module.css';

type Props = {
  drawing: Drawing;
  isPicked: (spot: Spot) => boolean;
  onPick: (spot: Spot) => void;
  /** Hears of the spot that is looked at, and when none is. */
  onTold: (spot: Spot | undefined) => void;
};

const plain: readonly Ink[] = ['ink', 'soft', 'line', 'edge'];

/** Colours of tags are known to the style sheet of the window by their names. */
const inkOf = (ink: Ink) => (plain.includes(ink) ? { 'data-ink': ink } : { 'data-colour': ink });

function Drawn({ shape, direction }: { shape: Shape; direction: Drawing['direction'] }) {
  const ink = inkOf(shape.ink);
  if (shape.kind === 'rect') return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} {...ink} />;
  if (shape.kind === 'circle') return <circle cx={shape.x} cy={shape.y} r={shape.r} {...ink} />;
  if (shape.kind === 'path') {
    return shape.stroke === undefined ? <path d={shape.d} {...ink} /> : <path d={shape.d} strokeWidth={shape.stroke} data-line {...ink} />;
  }
  const set = setting(shape, direction);
  return (
    <text
      x={shape.x}
      y={shape.y}
      direction={set.direction}
      unicodeBidi="embed"
      textAnchor={set.anchor}
      fontSize={shape.size}
      fontWeight={shape.strong ? 500 : undefined}
      {...ink}
    >
      {shape.text}
    </text>
  );
}

/** A picture whose marks and ties can be chosen: one tab stop, arrows walk as the eye sees them, Enter and space choose. */
export function Picture({ drawing, isPicked, onPick, onTold }: Props) {
  const { width, height, direction, title, shapes, ties, tieRoom, marks } = drawing;
  const spots = spotsOf(drawing);
  const box = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState<string>();
  const [lit, setLit] = useState<string>();
  const light = (spot: Spot | undefined): void => {
    setLit(spot?.key);
    onTold(spot);
  };
  const found = spots.findIndex(({ key }) => key === at);
  const here = Math.max(0, found);
  const within = useRef(false);
  useEffect(() => {
    // What had the focus may be gone from a result that was narrowed.
    if (within.current && !box.current?.contains(document.activeElement)) focusMark(box.current, here);
  });

  const onKeyDown = (e: KeyboardEvent, spot: Spot): void => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'Enter' || e.key === ' ') onPick(spot);
    else {
      const to = markBy(e.key, here, spots);
      if (to === undefined) return;
      focusMark(box.current, to);
    }
    e.preventDefault();
    e.stopPropagation();
  };
  const handlers = (spot: Spot, n: number) => ({
    role: 'button',
    className: css.mark,
    'aria-label': spot.name,
    'aria-pressed': isPicked(spot),
    'data-spot': n,
    tabIndex: n === here ? 0 : -1,
    onClick: () => {
      setAt(spot.key);
      onPick(spot);
    },
    onFocus: () => {
      within.current = true;
      setAt(spot.key);
      light(spot);
    },
    onBlur: (e: FocusEvent) => {
      // Gone with the picture it has no next; else the focus left by a person's will.
      within.current = e.relatedTarget === null && !document.hasFocus();
      light(undefined);
    },
    onPointerEnter: () => light(spot),
    onKeyDown: (e: KeyboardEvent) => onKeyDown(e, spot),
  });
  return (
    <div className={css.scroll}>
      <svg
        ref={box}
        role="group"
        aria-label={title}
        className={css.picture}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        data-lit={spots.some(({ key }) => key === lit)}
        onPointerLeave={() => light(undefined)}
      >
        <g aria-hidden>
          {shapes.map((shape, n) => (
            <Drawn key={n} shape={shape} direction={direction} />
          ))}
          {ties.toReversed().map(({ key, of, shape }) => (
            <g key={key} className={css.tie} data-lit={lit !== undefined && (key === lit || of.includes(lit))}>
              <Drawn shape={shape} direction={direction} />
            </g>
          ))}
        </g>
        {marks.map((mark, n) => (
          <g key={mark.key} {...handlers({ ...mark, picks: [mark.pick] }, n)}>
            <rect className={css.hit} x={mark.box.x} y={mark.box.y} width={mark.box.width} height={mark.box.height} />
            {mark.shapes.map((shape, i) => shape.kind !== 'text' && <Drawn key={i} shape={shape} direction={direction} />)}
          </g>
        ))}
        {tieRoom && (
          <svg {...tieRoom} viewBox={`${tieRoom.x} ${tieRoom.y} ${tieRoom.width} ${tieRoom.height}`}>
            {/* What is seen on top is what is pressed. */}
            {ties
              .map((tie, n) => (
                <g key={tie.key} {...handlers(tie, marks.length + n)}>
                  <path className={css.line} d={tie.shape.d} />
                </g>
              ))
              .toReversed()}
          </svg>
        )}
        {/* Written over the marks, whose names say it in full. */}
        <g aria-hidden className={css.written}>
          {marks.map(({ key, shapes: own }) =>
            own.map((shape, i) => shape.kind === 'text' && <Drawn key={`${key} ${i}`} shape={shape} direction={direction} />),
          )}
        </g>
      </svg>
    </div>
  );
}

function focusMark(box: SVGSVGElement | null, at: number): void {
  box?.querySelector<SVGGElement>(`[data-spot="${at}"]`)?.focus();
}
