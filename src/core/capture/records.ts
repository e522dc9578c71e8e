// Rows and records as articles, by the names of their columns.
import { Failure } from '#contract/errors.ts';
import { foldedWords } from './lines.ts';
import type { Draft } from './formats/format.types.ts';
import { blocksOfWords } from './markup/plain-blocks.ts';
import { type Column, columns } from './rules/columns.ts';

/** For each column the name that stands for it; `#3` is the third. */
export type Mapping = ReadonlyMap<Column, string>;
/** What a person chose: an empty name leaves a column out. */
export type ChosenColumns = Readonly<Partial<Record<Column, string>>>;

const keyOf = (name: string): string => foldedWords(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-.]/g, ' ')).join('');
const known = new Map(
  Object.entries(columns).flatMap(([column, names]) =>
    names.map((name, rank) => [keyOf(name), { column: column as Column, rank }] as const),
  ),
);

/**
 * For each column the name that a person chose, else the one trusted most; undefined when there is neither a title nor a
 * text among them.
 */
export function mappingOf(names: readonly string[], chosen: ChosenColumns = {}): Mapping | undefined {
  const best = new Map<Column, { name: string; rank: number }>();
  for (const name of names) {
    const found = known.get(keyOf(name));
    if (found && found.rank < (best.get(found.column)?.rank ?? Number.POSITIVE_INFINITY))
      best.set(found.column, { name, rank: found.rank });
  }
  const own = Object.entries(chosen) as [Column, string][];
  const taken = new Set(own.map(([, name]) => name));
  const mapping = new Map([...best].filter(([, { name }]) => !taken.has(name)).map(([column, { name }]) => [column, name]));
  for (const [column, name] of own) {
    if (name === '') mapping.delete(column);
    else mapping.set(column, name);
  }
  return mapping.has('title') || mapping.has('body') ? mapping : undefined;
}

/** Columns of texts are longer than others, in characters. */
const TEXTS = 150;

/** Where no name says which column is the text, the one that holds texts is it: no article is to lose its words. */
export function withTexts(mapping: Mapping | undefined, lengths: ReadonlyMap<string, number>, chosen: ChosenColumns): Mapping | undefined {
  if (!mapping || mapping.has('body') || chosen.body !== undefined) return mapping;
  const taken = new Set(mapping.values());
  const [longest] = [...lengths].filter(([name]) => !taken.has(name)).sort(([, a], [, b]) => b - a);
  return longest && longest[1] > TEXTS ? new Map([...mapping, ['body', longest[0]]]) : mapping;
}

export function draftOfRecord(record: Readonly<Record<string, unknown>>, mapping: Mapping): Draft {
  const at = new Map([...mapping].map(([column, name]) => [column, valueAt(record, name)]));
  const one = (column: Column): string | undefined => wordsOf(at.get(column))[0];
  const url = one('url');
  return {
    title: one('title'),
    body: blocksOfWords(wordsOf(at.get('body')).join('\n'), url),
    creators: wordsOf(at.get('creators')).flatMap((name) => name.split(/\s*[;؛]\s*/)),
    source: one('source'),
    url,
    published: dateOf(one('published')),
    updated: dateOf(one('updated')),
    tags: wordsOf(at.get('tags')).flatMap((tag) => tag.split(/\s*[,،;؛|]\s*/)),
    language: one('language'),
    notes: wordsOf(at.get('notes')).join('\n'),
    wordless: one('title') !== undefined,
  };
}

/** A name, or names within one another: `author.name`. */
export function valueAt(record: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(record, name) || !name.includes('.')) return record[name];
  return name
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value !== null && typeof value === 'object' && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined,
      record,
    );
}

/** Throws capture.no-such-column when a person chose one that is not there. */
export function checkChosen(chosen: ChosenColumns, names: readonly string[], path: string): void {
  const missing = Object.values(chosen).find(
    (name) => name !== '' && !names.includes(name) && !names.includes(name.split('.')[0]!) && !placeIn(name, names),
  );
  if (missing !== undefined) throw new Failure('capture.no-such-column', { path, column: missing, known: names.slice(0, 40).join('، ') });
}

const placeIn = (name: string, names: readonly string[]): boolean => {
  const place = Number(/^#(\d{1,5})$/.exec(name)?.[1] ?? 0);
  return place >= 1 && place <= names.length;
};

/** Seconds since 1970, as exports of reading lists have. */
const dateOf = (words: string | undefined): string | undefined =>
  words !== undefined && /^\d{9,10}$/.test(words) ? new Date(Number(words) * 1000).toISOString() : words;

/** One text in pieces, of which some are set apart: `["before ", {"type": "bold", "text": "bold"}, " after"]`. */
const isRuns = (values: readonly unknown[]): boolean =>
  values.some((one) => typeof one === 'string') &&
  values.some((one) => typeof one !== 'string') &&
  values.every((one) => typeof one === 'string' || typeof (one as { text?: unknown } | null)?.text === 'string');
const runOf = (run: unknown): string => (typeof run === 'string' ? run : String((run as { text: string }).text));

/** Words of a value: of lists each, of objects their names or texts. */
export function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return isRuns(value) ? [value.flatMap(runOf).join('').trim()] : value.flatMap(wordsOf);
  if (value === null || typeof value !== 'object') return [];
  const { name, text, title, rendered, main, value: inner } = value as Record<string, unknown>;
  return wordsOf(name ?? text ?? title ?? rendered ?? main ?? inner);
}
