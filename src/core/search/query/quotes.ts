// Quotation marks: within a family any mark opens and any closes, for keyboards and programs mix them and bidi turns them round.
const families = ['"“”„‟＂″', '«»‹›《》', "'‘’‚‛"] as const;
const single = families[2];

/** Marks that always begin a phrase, wherever they stand. Single ones are apostrophes as well. */
export const strongQuotes = families[0] + families[1];

export type Quoted = { readonly inner: string; readonly start: number; readonly end: number; readonly closed: boolean };

const closers = families.map((marks) => new RegExp(`[${marks}]`, 'gu'));
/** A single mark closes only where a word ends. */
const closingSingle = new RegExp(`(?<=\\S)[${single}](?=$|[\\s(),،|~*])`, 'gu');

/**
 * Reads the phrase that begins at a place. A single mark begins one only when its partner is there; all others run to the
 * end of the text when it is not. `dry.from` remembers from where no single mark closes, so that a flood of them is looked
 * through once.
 */
export function quotedAt(text: string, at: number, dry: { from: number }): Quoted | undefined {
  const family = families.findIndex((marks) => marks.includes(text[at] ?? ' '));
  if (family < 0 || (family === 2 && at >= dry.from)) return undefined;
  const closer = family === 2 ? closingSingle : closers[family]!;
  closer.lastIndex = at + 1;
  const found = closer.exec(text);
  if (!found && family === 2) {
    dry.from = at;
    return undefined;
  }
  const stop = found?.index ?? text.length;
  return { inner: text.slice(at + 1, stop), start: at + 1, end: found ? stop + 1 : stop, closed: found !== null };
}

/** In marks that do not stand in it: those of one family at least never do, for the text was read out of some. */
export function inQuotes(text: string): string {
  const has = (family: number): boolean => [...families[family]!].some((mark) => text.includes(mark));
  return has(0) ? (has(1) ? `'${text}'` : `«${text}»`) : `"${text}"`;
}
