// What the segments should find, worked out by reading every word of every document.
import { type Ranking, clauseScore, defaultRanking, fieldWeights, idf, layers } from '#core/search/segments/bm25.ts';
import type { Words } from '#core/search/segments/gather.ts';
import type { Word } from '#core/search/segments/spellings.ts';
import { type Field, fields } from '#core/search/segments/postings.ts';
import type { NearClause, PhraseClause, PrefixClause, Query, WordClause } from '#core/search/segments/query.ts';

export type Archive = ReadonlyMap<number, Words>;
type OneWord = WordClause | PrefixClause;

const least = (word: OneWord): number => (word.op === 'word' ? layers.indexOf(word.layer ?? 'stem') + 1 : 1);

/** How closely a word of a text meets a word of a query: 1 stem, 2 folded, 3 exact, 0 not at all. */
function kindOf(word: OneWord, { exact, folded, stem }: Word): number {
  if (word.op === 'prefix') return folded === word.folded ? 2 : folded.startsWith(word.folded) ? 1 : 0;
  const related = folded === word.folded || stem === word.stem;
  const kind = !related ? 0 : exact === word.exact ? 3 : folded === word.folded ? 2 : 1;
  return kind >= least(word) ? kind : 0;
}

function placesOf(
  words: Words,
  word: OneWord,
  scope: readonly Field[] | undefined,
): { field: Field; position: number; kind: number; stem: string }[] {
  return fields
    .filter((field) => (scope ?? fields).includes(field) && (word.fields ?? fields).includes(field))
    .flatMap((field) =>
      (words[field] ?? [])
        .map((one, position) => ({ field, position, kind: kindOf(word, one), stem: one.stem }))
        .filter(({ kind }) => kind > 0),
    );
}

/** Starts and looseness of what stands together. */
function occurrences(words: Words, clause: PhraseClause | NearClause): { field: Field; kind: number }[] {
  const all = clause.words.map((word) => placesOf(words, word, clause.fields));
  const found: { field: Field; kind: number }[] = [];
  for (const field of fields) {
    const lists = all.map((places) => places.filter((place) => place.field === field));
    const walk = (n: number, chosen: { position: number; kind: number }[]): boolean => {
      if (n < lists.length) return lists[n]!.some((place) => walk(n + 1, [...chosen, place]));
      const spots = chosen.map(({ position }) => position);
      const ascending = spots.every((spot, at) => at === 0 || spot > spots[at - 1]!);
      const span = Math.max(...spots) - Math.min(...spots) - (spots.length - 1);
      if (clause.op === 'phrase') return ascending && span === 0;
      return span <= clause.distance && (!clause.ordered || ascending);
    };
    for (const first of lists[0] ?? []) {
      // Of a phrase there is one for each start; nearness is only asked whether it is there.
      if (!walk(1, [first])) continue;
      const kinds = lists.map((places, n) => (n === 0 ? first : places.find(({ position }) => position === first.position + n))?.kind ?? 1);
      found.push({ field, kind: Math.min(...kinds) });
    }
  }
  return found;
}

export type Expected = ReadonlyMap<number, number>;

/** Rows and scores. Scores of nearness are not worked out: 0. */
export function expectedOf(archive: Archive, query: Query, ranking: Ranking = defaultRanking): Expected {
  const totals = {
    documents: archive.size,
    words: fields.map((field) => [...archive.values()].reduce((sum, words) => sum + (words[field]?.length ?? 0), 0)),
  };
  const weighed = fieldWeights(ranking, totals);
  const weightIn = (words: Words, field: Field): number => {
    const at = fields.indexOf(field);
    return weighed.boost[at]! / (weighed.base[at]! + weighed.slope[at]! * (words[field]?.length ?? 0));
  };
  const all = (words: Words): Word[] => fields.flatMap((field) => words[field] ?? []);
  const count = (test: (word: Word) => boolean): number => [...archive.values()].filter((words) => all(words).some(test)).length;
  const distinct = (of: (word: Word) => string): string[] => [...new Set([...archive.values()].flatMap((words) => all(words).map(of)))];

  function weightsOf(word: OneWord): Parameters<typeof clauseScore>[0] {
    const df = { stem: 0, folded: 0, exact: 0 };
    for (const stem of distinct((one) => one.stem)) {
      const inStem = (test: (one: Word) => boolean): number => count((one) => one.stem === stem && test(one));
      if (word.op === 'word') {
        const folded = inStem((one) => one.folded === word.folded);
        df.stem += stem === word.stem ? inStem(() => true) : folded;
        df.folded += folded;
        if (folded > 0 || stem === word.stem) df.exact += inStem((one) => one.exact === word.exact);
      } else {
        for (const exact of distinct((one) => `${one.exact} ${one.folded}`).filter((one) => one.split(' ')[1]!.startsWith(word.folded))) {
          const dfOf = inStem((one) => `${one.exact} ${one.folded}` === exact);
          df.stem += dfOf;
          if (exact.split(' ')[1] === word.folded) df.folded += dfOf;
        }
      }
    }
    const loosest = least(word) - 1;
    const weight = (layer: 'stem' | 'folded' | 'exact'): number => {
      if (layers.indexOf(layer) < loosest) return 0;
      const share = layers.indexOf(layer) === loosest ? ranking.layer.stem : ranking.layer[layer];
      return share * (word.weight ?? 1) * idf(totals.documents, df[layer]) * (ranking.k1 + 1);
    };
    return { k1: ranking.k1, stem: weight('stem'), folded: weight('folded'), exact: weight('exact') };
  }

  function evaluate(part: Query): Map<number, number> {
    const met = new Map<number, number>();
    if (part.op === 'word' || part.op === 'prefix') {
      const weights = weightsOf(part);
      for (const [row, words] of archive) {
        const places = placesOf(words, part, undefined);
        if (places.length === 0) continue;
        const scores = [...new Set(places.map(({ stem }) => stem))].map((stem) => {
          const counts = [0, 0, 0, 0];
          for (const place of places) if (place.stem === stem) counts[place.kind]! += weightIn(words, place.field);
          return clauseScore(weights, counts[1]!, counts[2]!, counts[3]!);
        });
        met.set(row, Math.max(...scores));
      }
    } else if (part.op === 'phrase' || part.op === 'near') {
      const each = part.words.map(weightsOf);
      const sum = (layer: 'stem' | 'folded' | 'exact'): number => each.reduce((total, one) => total + one[layer], 0) * (part.weight ?? 1);
      const weights = { k1: ranking.k1, stem: sum('stem'), folded: sum('folded'), exact: sum('exact') };
      for (const [row, words] of archive) {
        const found = occurrences(words, part);
        if (found.length === 0) continue;
        const counts = [0, 0, 0, 0];
        for (const { field, kind } of found) counts[kind]! += weightIn(words, field);
        met.set(row, part.op === 'near' ? 0 : clauseScore(weights, counts[1]!, counts[2]!, counts[3]!));
      }
    } else if (part.op === 'not') {
      const inner = evaluate(part.of);
      for (const row of archive.keys()) if (!inner.has(row)) met.set(row, 0);
    } else if (part.op === 'all' || part.op === 'rows') {
      for (const row of archive.keys()) if (part.op === 'all' || part.rows.has(row)) met.set(row, 0);
    } else {
      const parts = part.of.map(evaluate);
      for (const row of archive.keys()) {
        const scores = parts.flatMap((one) => one.get(row) ?? []);
        if (part.op === 'and' ? scores.length < parts.length : scores.length === 0) continue;
        met.set(row, part.op === 'best' ? Math.max(...scores) : scores.reduce((sum, score) => sum + score, 0));
      }
    }
    return met;
  }
  return evaluate(query);
}
