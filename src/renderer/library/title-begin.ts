// Where a title begins to be shown that has not the room for its match.

/** Characters before a match among which a beginning is looked for. */
const REACH = 120;
/** Of the room, for what is before the match and the match itself: what follows is seen too. */
const SHARE = 0.6;

let pen: CanvasRenderingContext2D | null | undefined;

/** CSS pixels, in the face of titles; as list.module.css has it. */
function widthOf(text: string): number {
  if (pen === undefined) pen = document.createElement('canvas').getContext('2d');
  if (!pen) return 0;
  pen.font = `700 18px ${getComputedStyle(document.documentElement).getPropertyValue('--read')}`;
  return pen.measureText(text).width;
}

/** The place of a word, in UTF-16 units; 0 where the match, which is at [start, end), is seen within `room` pixels anyway. */
export function titleBegin(title: string, [start, end]: readonly [number, number], room: number, measure = widthOf): number {
  if (measure(title.slice(0, end)) <= room) return 0;
  const near = Math.max(0, start - REACH);
  for (const { index } of title.slice(near, start).matchAll(/(?<=\s)\S/gu)) {
    if (measure(`… ${title.slice(near + index, end)}`) <= room * SHARE) return near + index;
  }
  return start;
}
