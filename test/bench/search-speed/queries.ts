// Queries as a person writes them, from the articles themselves, each with what FTS5 is asked for the same.
import type { Item } from '#contract/item.ts';
import { type Token, tokenize } from '#core/arabic/tokens.ts';
import { seeded } from '../../support/seeded.ts';
import { ftsPhrase, ftsPrefix, ftsWord } from './fts5.ts';

export type Asked = { readonly kind: string; readonly query: string; readonly fts: string };

/** So many of each kind. */
export function makeQueries(count: number, articles: number, read: (n: number) => Item): Asked[] {
  const chance = seeded(11);
  const asked: Asked[] = [];
  while (asked.length < count * 5) {
    const { title, body: blocks } = read(chance.int(articles));
    const text = blocks.map((block) => block.text).join('\n');
    const body = tokenize(text);
    const words = [...new Map(tokenize(title).map((token) => [token.folded, token])).values()];
    const one = chance.pick(chance.chance(0.5) && words.length > 0 ? words : body);
    const start = chance.int(Math.max(1, body.length - 3));
    const phrase = body.slice(start, start + 2 + chance.int(2));
    if (one.folded.length < 4 || words.length < 5 || phrase.length < 2) continue;
    const [two, five] = [[words[0]!, words.at(-1)!], words.slice(0, 5)];
    const letters = one.folded.slice(0, 3);
    // A backslash: «و» and «أو» are words here, no operators.
    const written = (tokens: readonly Token[], between: string): string => tokens.map(({ exact }) => `\\${exact}`).join(between);
    asked.push(
      { kind: 'one word', query: written([one], ''), fts: ftsWord(one) },
      { kind: 'two words', query: written(two, ' '), fts: two.map(ftsWord).join(' AND ') },
      { kind: 'phrase', query: `"${phrase.map(({ exact }) => exact).join(' ')}"`, fts: ftsPhrase(phrase) },
      { kind: 'five words, any', query: written(five, ' OR '), fts: five.map(ftsWord).join(' OR ') },
      { kind: 'prefix of three', query: `${letters}*`, fts: ftsPrefix(letters) },
    );
  }
  return asked;
}
