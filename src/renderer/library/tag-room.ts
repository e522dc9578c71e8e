// How many tags stand in the room that a row has for them. Names are measured once; rows themselves are not, for there are many.
import { createContext, type RefObject, useContext, useEffect, useState } from 'react';

/** CSS pixels; as list.module.css has them. */
const chip = { font: 12, padding: 18, dot: 14, gap: 6, more: 34 };

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

function widthOf(name: string): number {
  const known = widths.get(name);
  if (known !== undefined) return known;
  if (pen === undefined) {
    pen = document.createElement('canvas').getContext('2d');
    if (pen) pen.font = `${chip.font}px ${getComputedStyle(document.body).fontFamily}`;
  }
  const width = pen?.measureText(name).width ?? name.length * 7;
  // Before its face is there a name has another width.
  if (document.fonts.status === 'loaded') widths.set(name, width);
  return width;
}

/** The first tags that stand in `room` whole, one at least; and with those that do not, the sign of how many they are. */
export function tagsWithin(tags: readonly string[], room: number, isDotted: (tag: string) => boolean, measure = widthOf): number {
  let taken = 0;
  for (const [at, tag] of tags.entries()) {
    taken += measure(tag) + chip.padding + (isDotted(tag) ? chip.dot : 0) + (at > 0 ? chip.gap : 0);
    const after = at < tags.length - 1 ? chip.gap + chip.more : 0;
    if (at > 0 && taken + after > room) return taken <= room && after === 0 ? at + 1 : at;
  }
  return tags.length;
}

export const TagRoom = createContext(Number.POSITIVE_INFINITY);
export const useTagRoom = (): number => useContext(TagRoom);

/** The width that a row of the list has for its tags: of their column in a table, of the card otherwise. */
export function useRoomIn(list: RefObject<HTMLElement | null>, table: boolean, columns: readonly string[]): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  const shape = `${table} ${columns.join()}`;
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const look = (): void => {
      const head = box.querySelector('[role=columnheader][data-column=tags]');
      setRoom(head ? head.clientWidth : box.clientWidth - 2 * 18);
    };
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => watch.disconnect();
  }, [list, shape]);
  return room;
}
