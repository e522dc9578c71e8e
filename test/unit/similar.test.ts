import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/core/arabic/tokens.ts';
import { keyphrasesOf } from '../../src/core/search/similar/keyphrases.ts';
import { tellingTerms, withoutCopies } from '../../src/core/search/similar/more-like-this.ts';
import { tagTwins } from '../../src/core/search/similar/tag-twins.ts';

const counted = (counts: Record<string, number>, total = 1000) => ({ total, of: (term: string) => counts[term] ?? 2 });

describe('keyphrases', () => {
  const title = 'مهرجان السينما في الرياض';
  const blocks = [
    'افتُتح مهرجان السينما يوم أمس، وقال وزير الثقافة إن مهرجان السينِما بداية. ثم تحدث وزيرُ الثقافة عن دور العرض.',
    'وزير الثقافة: «السينما فنّ»، والرياض مدينة كبيرة.',
  ];
  const common = counted({ يوم: 500, كبيره: 300, مدينه: 200 });
  const found = keyphrasesOf(title, blocks, common).map(({ text }) => text);

  test('are in the words of the article, without marks', () => {
    expect(found.slice(0, 2).toSorted()).toEqual(['مهرجان السينما', 'وزير الثقافة']);
    for (const text of found) expect([title, ...blocks].join('\n').replaceAll(/[\u064b-\u0652]/gu, '')).toContain(text);
  });
  test('run over no full stop, and hold no function words, numbers or common words', () => {
    expect(found.join('|')).not.toMatch(/كبيرة|بداية ثم|(^|\|)في|قال/u);
    expect(keyphrasesOf('', ['في من على 2024 هذا'], common)).toEqual([]);
  });
  test('each tells something new', () => {
    expect(found).not.toContain('مهرجان');
    expect(found.length).toBe(new Set(found).size);
  });
});

describe('tag twins', () => {
  test('fold or stem to one', () => {
    const tags = ['الثقافة', 'ثقافه', 'ثقافة', 'اقتصاد', 'شؤون دولية', 'شؤون_دولية', 'Café', 'cafe', '++', '--'];
    const twins = tagTwins(tags.map((tag, i) => ({ tag, count: i })));
    expect(twins.map(({ tags: group, by }) => [by, ...group.map(({ tag }) => tag)])).toEqual([
      ['form', 'ثقافة', 'ثقافه', 'الثقافة'],
      ['spelling', 'شؤون_دولية', 'شؤون دولية'],
      ['spelling', 'cafe', 'Café'],
    ]);
  });
});

describe('more like this', () => {
  const text = 'الوزير زار المصنع الجديد ثم زار المصنع القديم';
  test('asks for the stems that tell, not for those of this article alone or of all', () => {
    const terms = tellingTerms(tokenize('زيارة المصنع'), tokenize(text), counted({ زار: 400, جديد: 1, وزير: 20, مصنع: 5 }));
    const stems = terms.map(({ stem }) => stem);
    expect(stems[0]).toBe('مصنع');
    expect(stems).toContain('وزير');
    expect(stems).not.toContain('زار');
    expect(stems).not.toContain('جديد');
    expect(terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });
  test('leaves out copies of the text and of earlier hits', () => {
    const long = (letter: string): string =>
      Array.from({ length: 40 }, (_, i) => `كلمة${letter}${'ابتثجحخدذرزسش'[i % 13]!}${'صضطظعغف'[i % 7]!}`).join(' ');
    const hits = [`${long('ا')} زيادة`, long('ب'), `مقدمة ${long('ب')}`, long('ج')];
    expect(withoutCopies(tokenize(long('ا')), hits, tokenize)).toEqual([hits[1], hits[3]]);
  });
});
