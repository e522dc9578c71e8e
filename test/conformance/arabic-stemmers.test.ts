// Other people's cases for Arabic analysis. Every difference is a choice, and stands here with its reason.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldWord } from '../../src/core/arabic/fold.ts';
import { stemWord } from '../../src/core/arabic/stem.ts';
import { tokenize } from '../../src/core/arabic/tokens.ts';
import { light10, normalizeLikeLucene } from '../support/light10.ts';

const fixture = (file: string): string => readFileSync(join(import.meta.dirname, '../fixtures', file), 'utf8');
const lucene = JSON.parse(fixture('lucene-arabic/cases.json')) as {
  normalization: [string, string][];
  stem: [string, string][];
  analyzer: [string, string[]][];
};

describe('Lucene', () => {
  test.each(lucene.normalization)('«%s» is normalized to «%s»', (word, normal) => {
    expect(foldWord(word)).toBe(normal);
    expect(normalizeLikeLucene(word)).toBe(normal);
  });

  // Its filter is given English as it stands; our words are in lower case before they are stemmed.
  const stemmed: Record<string, string> = { English: 'english' };
  test.each(lucene.stem)('«%s» is stemmed to «%s»', (word, stem) => {
    expect(tokenize(word)[0]?.stem ?? '').toBe(stemmed[word] ?? stem);
    expect(light10(normalizeLikeLucene(word))).toBe(stemmed[word] ?? stem);
  });

  const analyzed: Record<string, string[]> = {
    // No word is left out: a title of such words only must be found. The pronoun «كم» is taken, the noun «أيمان» being known.
    'ما ملكت أيمانكم': ['ما', 'ملكت', 'ايمان'],
    'الذين ملكت أيمانكم': ['ذين', 'ملكت', 'ايمان'],
  };
  test.each(lucene.analyzer)('«%s» is analyzed', (text, stems) => {
    expect(tokenize(text).map((token) => token.stem)).toEqual(analyzed[text] ?? stems);
  });
});

describe('Snowball', () => {
  const pairs = fixture('snowball-arabic/pairs.tsv')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t') as [string, string]);

  // The vocabulary holds every form that Snowball's rules can make of a verb, most of them never written. Snowball takes the
  // person of a verb («سيكتبون» → «كتب») and any ك, ل or و before a word; we do neither, for the same letters begin nouns
  // more often, and what the press writes was found better without (npm run bench:search). So mostly we take less.
  test('takes more than we do from most verbs, and something else only from a few words', () => {
    const count = { same: 0, weLess: 0, weMore: 0, other: 0 };
    for (const [word, output] of pairs) {
      const [ours, theirs] = [stemWord(foldWord(word)), foldWord(output)];
      if (ours === theirs) count.same++;
      else if (ours.includes(theirs)) count.weLess++;
      else if (theirs.includes(ours)) count.weMore++;
      else count.other++;
    }
    expect(count).toEqual({ same: 337, weLess: 1188, weMore: 201, other: 114 });
  });
});
