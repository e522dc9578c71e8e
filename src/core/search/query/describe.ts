// Says in plain words what a query asks for.
import type { Language } from '#i18n/message.ts';
import { type QueryPhrase, queryPhrase } from '#i18n/query.ts';
import { isLeaf, type Leaf, type Query, type Words } from './ast.ts';

/** The whole query as one sentence without a full stop; each date in it is ISO between LRI and PDI, to be told in another calendar. */
export function describeQuery(query: Query, language: Language): string {
  if (isLeaf(query)) return describeLeaf(query, language);
  if (query.kind === 'not') return queryPhrase('not', language, { x: grouped(query.part, language) });
  return query.parts.map((part) => grouped(part, language)).join(queryPhrase(query.kind, language));
}

const grouped = (query: Query, language: Language): string =>
  query.kind === 'and' || query.kind === 'or' ? `(${describeQuery(query, language)})` : describeQuery(query, language);

/** One leaf, for the mark of a field or the reason of a hit. */
export function describeLeaf(leaf: Leaf, language: Language): string {
  const say = (key: QueryPhrase, places?: Record<string, string | number>): string => queryPhrase(key, language, places);
  switch (leaf.kind) {
    case 'everything':
      return say('everything');
    case 'has':
      return say(`has.${leaf.what}`);
    case 'value':
      return say(leaf.field, { x: leaf.prefix ? `${leaf.text}…` : leaf.text });
    case 'dates': {
      const [from, to] = [leaf.from, leaf.to].map((date) => (date ? `\u2066${date}\u2069` : ''));
      return say(from === to ? 'within' : to === '' ? 'since' : from === '' ? 'until' : 'between', { from: from!, to: to! });
    }
    case 'words': {
      const words = describeWords(leaf, say);
      return leaf.field ? `${words} ${say(leaf.field)}` : words;
    }
  }
}

function describeWords(
  { words, form, prefix, fuzzy, slop }: Words,
  say: (key: QueryPhrase, places: Record<string, string | number>) => string,
): string {
  const x = words.map((word) => word.text).join(' ');
  if (prefix) return say('prefix', { x });
  if (fuzzy > 0) return say('fuzzy', { x, n: fuzzy });
  return slop > 0 ? say('near', { x, n: slop }) : say(form, { x });
}
