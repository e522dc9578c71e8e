// What differs between two states of a record, field by field, in the order in which a person reads a record.
import type { Annotation } from '#contract/annotation.ts';
import { anchorOf, wordsIn } from '#contract/annotation-text.ts';
import { fieldKeys } from '#contract/fields.ts';
import { type Block, dateKinds, type FileRef, type Item } from '#contract/item.ts';
import { type Part, wordDiff } from '#text/word-diff.ts';

export type FieldChange = { readonly field: string } & (
  | { readonly kind: 'text'; readonly parts: readonly Part[] }
  | { readonly kind: 'list'; readonly gone: readonly string[]; readonly both: readonly string[]; readonly fresh: readonly string[] }
  | { readonly kind: 'value'; readonly before: unknown; readonly after: unknown }
  /** The same words, otherwise divided: headings, quotations, verses. */
  | { readonly kind: 'form' }
);

/** How a record is kept, not what it says. */
const own = new Set(['id', 'schema', 'revision', 'titleDerived', 'conflicts', 'dates']);
const order: readonly string[] = ['state', ...fieldKeys, 'body', 'annotations', 'files'];
const texts = new Set(['title', 'source', 'notes', 'body']);
const lists = new Set(['creators', 'tags', 'collections', 'files', 'annotations']);

export function fieldChanges(before: Item, after: Item): FieldChange[] {
  const [a, b] = [flat(before), flat(after)];
  const keys = new Set([...order, ...Object.keys(a), ...Object.keys(b)]);
  return [...keys].filter((key) => !own.has(key)).flatMap((key) => valueChange(key, a[key], b[key]) ?? []);
}

/** Each date is a field of its own. */
const flat = (item: Item): Record<string, unknown> => ({
  ...item,
  ...Object.fromEntries(dateKinds.map((kind) => [`dates.${kind}`, item.dates[kind]])),
});

/** Undefined when nothing differs. */
export function valueChange(field: string, before: unknown, after: unknown): FieldChange | undefined {
  if (inOrder(before) === inOrder(after)) return undefined;
  if (field === 'body') return bodyChange((before ?? []) as Block[], (after ?? []) as Block[]);
  if (texts.has(field)) return { field, kind: 'text', parts: wordDiff(asText(before), asText(after)) };
  if (!lists.has(field)) return { field, kind: 'value', before, after };
  const [a, b] = [namesOf(field, before), namesOf(field, after)];
  const gone = a.filter((one) => !b.includes(one));
  const fresh = b.filter((one) => !a.includes(one));
  return { field, kind: 'list', gone, both: b.filter((one) => a.includes(one)), fresh };
}

function bodyChange(before: readonly Block[], after: readonly Block[]): FieldChange {
  const [a, b] = [before, after].map((blocks) => blocks.map(({ text }) => text).join('\n'));
  return a === b ? { field: 'body', kind: 'form' } : { field: 'body', kind: 'text', parts: wordDiff(a!, b!) };
}

/** Other programs write the same object in another order; nothing at all and an empty text are the same to a reader. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value ?? '', (_key, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** The words that it is on, and its own. */
function lineOf(annotation: Annotation): string {
  const words = wordsIn(annotation);
  const quote = `«${anchorOf(annotation).exact.replaceAll('\n', ' ')}»`;
  if (words === '') return quote;
  // Brackets are how an editor sets a correction beside what is written.
  return annotation.motivation === 'editing' ? `${quote} [${words}]` : `${quote}: ${words}`;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

function namesOf(field: string, value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  if (field === 'annotations') return (value as Annotation[]).map(lineOf);
  if (field !== 'files') return value as string[];
  // Two files of one name are told apart by their digests.
  return (value as FileRef[]).map(({ name, sha256 }) => `${name} · ${sha256.slice(0, 8)}`);
}
