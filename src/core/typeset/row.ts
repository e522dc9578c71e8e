import type { Line } from './line.ts';

/** Lines that share a baseline, in the order in which they are read. */
export interface Row {
  pieces: PlacedLine[];
}
export interface PlacedLine {
  line: Line;
  /** Of its left edge, from that of the text area; points. */
  x: number;
  /** The number or bullet of a list; or the cell of a table, from nought. */
  part?: 'label' | number;
}
