// Words that stand near one another. Pure; places are those of places.ts.
import { fieldOf, kindAt, spotOf } from './places.ts';

/** The places of one word in one document: numbers from `at` up to `end`. */
export type Run = { readonly places: Uint32Array; at: number; end: number };

/** Is told of each occurrence: the place it begins at and how closely its loosest word was met. */
export type Occurrence = (start: number, kind: number) => void;

/** In order: for each place of the first word the nearest places of the others after it. */
export function findOrdered(runs: readonly Run[], distance: number, tell: Occurrence): void {
  const first = runs[0]!;
  for (; first.at < first.end; first.at++) {
    const start = first.places[first.at]!;
    let kind = kindAt(start);
    let spot = spotOf(start);
    for (let n = 1; n < runs.length; n++) {
      const run = runs[n]!;
      while (run.at < run.end && spotOf(run.places[run.at]!) <= spot) run.at++;
      if (run.at === run.end) return;
      const place = run.places[run.at]!;
      spot = spotOf(place);
      kind = Math.min(kind, kindAt(place));
      if (fieldOf(place) !== fieldOf(start)) kind = 0;
    }
    if (kind > 0 && isNear(spotOf(start), spot, runs.length, distance)) tell(start, kind);
  }
}

/** In any order: the word that stands first moves on, and each time the others are near or not. */
export function findUnordered(runs: readonly Run[], distance: number, tell: Occurrence): void {
  if (runs.some((run) => run.at === run.end)) return;
  for (;;) {
    let first = runs[0]!;
    let last = first.places[first.at]!;
    let kind = 3;
    for (const run of runs) {
      const place = run.places[run.at]!;
      if (place < first.places[first.at]!) first = run;
      if (place > last) last = place;
      kind = Math.min(kind, kindAt(place));
    }
    const start = first.places[first.at]!;
    if (fieldOf(start) === fieldOf(last) && isNear(spotOf(start), spotOf(last), runs.length, distance)) tell(start, kind);
    if (++first.at === first.end) return;
  }
}

/** As FTS5's NEAR: `distance` counts the words in between, one word for each of ours being taken off. */
function isNear(first: number, last: number, words: number, distance: number): boolean {
  return last - first - (words - 1) <= distance;
}
