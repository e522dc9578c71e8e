// From a tree to a text that is read back as the same tree.
import type { Leaf, Query, Words } from './ast.ts';
import { dateText } from './date-value.ts';
import { inQuotes } from './quotes.ts';

/** Words that would be read as operators. */
const reserved = /^(?:AND|OR|NOT)$/u;
const plainValue = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u;

export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'or':
      return query.parts.map(printQuery).join(' OR ');
    case 'and':
      return query.parts.map((part) => (part.kind === 'or' ? `(${printQuery(part)})` : printQuery(part))).join(' ');
    case 'not':
      return query.part.kind === 'and' || query.part.kind === 'or' ? `-(${printQuery(query.part)})` : `-${printLeaf(query.part as Leaf)}`;
    default:
      return printLeaf(query);
  }
}

function printLeaf(leaf: Leaf): string {
  if (leaf.kind === 'words') return printWords(leaf);
  if (leaf.kind === 'dates') return `date:${dateText(leaf)}`;
  if (leaf.kind === 'has') return `has:${leaf.what}`;
  if (leaf.kind === 'everything') return '*';
  const text = plainValue.test(leaf.text) ? leaf.text : inQuotes(leaf.text);
  return `${leaf.field}:${leaf.exact ? '=' : ''}${text}${leaf.prefix ? '*' : ''}`;
}

function printWords({ words, form, prefix, fuzzy, slop, field }: Words): string {
  const name = field === undefined ? '' : `${field}:`;
  const exact = form === 'exact' ? '=' : '';
  const after = prefix ? '*' : fuzzy > 0 ? `~${fuzzy}` : slop > 0 ? `~${slop}` : '';
  const texts = words.map((word) => word.text);
  if (words.length > 1 || form === 'folded') return `${name}${exact}"${texts.join(' ')}"${after}`;
  const [text] = texts as [string];
  const escaped = name + exact + after === '' && (reserved.test(text) || isBare(text)) ? '\\' : '';
  return name + exact + escaped + text + after;
}

/** Arabic words that may be operators, with whatever marks they bear. Wider than need be: an escaped word is a word still. */
function isBare(text: string): boolean {
  return /^(?:و|[أا]و|و?ليس)$/u.test(text.replace(/[^\u0621-\u063a\u0641-\u064a]/gu, ''));
}
