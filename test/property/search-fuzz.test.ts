// Whatever is asked, by chance or in malice: an answer or a sentence, within bounded work.
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { isFailure } from '#contract/errors.ts';
import { type Vocabulary, termAt } from '#core/arabic/vocabulary.ts';
import { tokenize } from '#core/arabic/tokens.ts';
import { transaction } from '#core/search/database.ts';
import { findRows, type Searchable, suggestionFor } from '#core/search/find.ts';
import { matchTexts } from '#core/search/match.ts';
import { RowSet } from '#core/search/segments/row-set.ts';
import { segmentSchema } from '#core/search/segments/chunks.ts';
import { openSegments } from '#core/search/segments/segments.ts';
import { anyQuery } from '../support/any-query.ts';
import { seeded } from '../support/seeded.ts';
import { zipfWords } from '../support/zipf-words.ts';

const DOCUMENTS = 2000;
const QUERIES = 120;
/** Blocks of postings read, and steps in the vocabulary, for one query. Hundreds of words that are looked for one by one take ten times as many. */
const MOST = { blocks: 10_000, steps: 1_500_000 };

const chance = seeded(17);
const { text } = zipfWords(chance, 20_000);
const db = new DatabaseSync(':memory:');
db.exec(segmentSchema);
const segments = openSegments(db);
transaction(db, () => {
  for (let row = 0; row < DOCUMENTS; row++) segments.add(row, { title: text(4), body: text(60) });
  segments.commit();
});

/** Each step of a walk or a look-up asks the vocabulary for its arrays anew. */
function counted(vocabulary: Vocabulary): { vocabulary: Vocabulary; steps: () => number } {
  let steps = 0;
  const proxy = new Proxy(vocabulary, {
    get(target, key: keyof Vocabulary) {
      steps++;
      return target[key];
    },
  });
  return { vocabulary: proxy, steps: () => steps };
}

const every = RowSet.from(Array.from({ length: DOCUMENTS }, (_, row) => row));
const facets = { rows: () => every, values: () => [] } as unknown as Searchable['facets'];
const known = segments.folded();

function ask(query: string, prefix: boolean): { blocks: number; steps: number } {
  const { vocabulary, steps } = counted(known);
  let blocks = 0;
  const index: Searchable = { db, segments, facets, vocabulary: () => vocabulary };
  try {
    const found = findRows(index, { query, prefix }, {}, 50, () => void blocks++);
    expect(found.result.total).toBeLessThanOrEqual(DOCUMENTS);
    suggestionFor(index, { query }, found);
    const { snippet } = matchTexts('عنوان', ['نص قصير فيه كتاب وقلم'], found.sought.slice(0, 48));
    for (const [start, end] of snippet.marks) expect(tokenize(snippet.text.slice(start, end)).length).toBeGreaterThan(0);
  } catch (error) {
    // What cannot be read is told in a sentence.
    if (!isFailure(error)) throw error;
    expect(error.code).toMatch(/^search\./u);
  }
  return { blocks, steps: steps() };
}

test('random queries are answered with bounded work', { timeout: 600_000 }, () => {
  const word = (): string => termAt(known, chance.int(known.size));
  const most = { blocks: 0, steps: 0 };
  for (let n = 0; n < QUERIES; n++) {
    const query = anyQuery(chance, word);
    const { blocks, steps } = ask(query, chance.chance(0.5));
    expect(blocks, query.slice(0, 200)).toBeLessThan(MOST.blocks);
    expect(steps, query.slice(0, 200)).toBeLessThan(MOST.steps);
    most.blocks = Math.max(most.blocks, blocks);
    most.steps = Math.max(most.steps, steps);
  }
  // The bounds are not so wide that nothing could reach them.
  expect(most.blocks).toBeGreaterThan(MOST.blocks / 50);
  expect(most.steps).toBeGreaterThan(MOST.steps / 50);
});
