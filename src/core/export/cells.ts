// Where the cells of a row stand in its text. Pure.
type Stretch = { readonly start: number; readonly end: number };

/** Of each cell in UTF-16 units, in order; undefined for a cell whose words are not in the text. */
export function cellPlaces(text: string, cells: readonly string[]): (Stretch | undefined)[] {
  let from = 0;
  return cells.map((cell) => {
    const start = text.indexOf(cell, from);
    if (start < 0) return undefined;
    from = start + cell.length;
    return { start, end: from };
  });
}

/** The cells of a row whose text has become another; `first` and `last` tell where the beginning and the end of a cell have gone. */
export function cellsIn(
  text: string,
  was: { readonly text: string; readonly cells: readonly string[] },
  first: (at: number) => number,
  last: (at: number) => number,
): string[] {
  return cellPlaces(was.text, was.cells).map((place, n) => (place ? text.slice(first(place.start), last(place.end)) : was.cells[n]!));
}
