import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/contract/errors.ts';
import type { Query } from '../../src/core/search/query/ast.ts';
import { parseQuery, readQuery } from '../../src/core/search/query/parse.ts';
import { printQuery } from '../../src/core/search/query/print.ts';
import { errorMessage } from '../../src/i18n/message.ts';

/** A tree in short: words, and what is said of them. */
function short(query: Query | undefined): string {
  if (query === undefined) return '∅';
  if (query.kind === 'and' || query.kind === 'or') return `${query.kind}(${query.parts.map(short).join(' ')})`;
  if (query.kind === 'not') return `not(${short(query.part)})`;
  return printQuery(query);
}
const read = (text: string, options = {}): string => short(parseQuery(text, options));
const forgiven = (text: string, options = {}): string => short(readQuery(text, options).query);

function failure(text: string): { code: string; piece: unknown; offset: unknown; length: unknown } {
  try {
    parseQuery(text);
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { piece, offset, length } = error.params as Record<string, unknown>;
    expect(errorMessage(error.code, error.params, 'ar')).toMatch(/\.$/u);
    return { code: error.code, piece, offset, length };
  }
  throw new Error(`${text} was read`);
}

describe('words and operators', () => {
  test.each([
    ['كتاب', 'كتاب'],
    ['كتاب قلم', 'and(كتاب قلم)'],
    ['كتاب AND قلم', 'and(كتاب قلم)'],
    ['كتاب OR قلم', 'or(كتاب قلم)'],
    ['كتاب|قلم', 'or(كتاب قلم)'],
    ['كتاب | قلم || دفتر', 'or(كتاب قلم دفتر)'],
    ['كتاب NOT قلم', 'and(كتاب not(قلم))'],
    ['كتاب -قلم', 'and(كتاب not(قلم))'],
    ['كتاب --قلم', 'and(كتاب not(قلم))'],
    ['كتاب - قلم', 'and(كتاب قلم)'],
    ['كتاب-قلم', 'and(كتاب قلم)'],
    ['-قلم', 'not(قلم)'],
    ['NOT NOT قلم', 'قلم'],
    ['a b OR c d', 'or(and(a b) and(c d))'],
    ['a (b OR c) d', 'and(a or(b c) d)'],
    ['-(a b)', 'not(and(a b))'],
    ['(a (b (c)))', 'and(a b c)'],
    ['and or not', 'and(and or not)'],
    ['*', '*'],
    ['* -كتاب', 'and(* not(كتاب))'],
    ['R & B', 'and(R B)'],
    ['ماذا حدث؟ لا، شيء!', 'and(ماذا حدث لا شيء)'],
    ['\u200fكتاب \u200f-قلم', 'and(كتاب not(قلم))'],
    ["Sana'a", 'and(Sana a)'],
    ['http://example.com/a', 'and(http example com a)'],
  ])('%s', (text, tree) => expect(read(text)).toBe(tree));

  test.each([
    ['كتاب و قلم', 'and(كتاب قلم)'],
    ['كتاب أو قلم', 'or(كتاب قلم)'],
    ['كتاب او قلم', 'or(كتاب قلم)'],
    ['كتاب أَوْ قلم', 'or(كتاب قلم)'],
    ['كتاب ليس قلم', 'and(كتاب not(قلم))'],
    ['كتاب وليس قلم', 'and(كتاب not(قلم))'],
    ['كتاب أو ليس قلم', 'or(كتاب not(قلم))'],
    ['كتاب و ليس قلم', 'and(كتاب not(قلم))'],
    ['كتاب | ليس قلم', 'or(كتاب not(قلم))'],
    ['(كتاب)أو(قلم)', 'or(كتاب قلم)'],
    ['كتاب أو "قلم رصاص"', 'or(كتاب "قلم رصاص")'],
    ['وسم:سياسة أو وسم:اقتصاد', 'or(tag:سياسة tag:اقتصاد)'],
    ['أو كتاب', 'and(\\أو كتاب)'],
    ['كتاب أو', 'and(كتاب \\أو)'],
    ['ليس كتاب', 'and(\\ليس كتاب)'],
    ['(ليس) كتاب', 'and(\\ليس كتاب)'],
    ['كتاب و و قلم', 'and(كتاب \\و قلم)'],
    ['كتاب \\أو قلم', 'and(كتاب \\أو قلم)'],
    ['كتاب "أو" قلم', 'and(كتاب "أو" قلم)'],
    ['كتاب -أو', 'and(كتاب not(\\أو))'],
    ['في أي عام تم إنتاج غلين أو غليندا', 'and(في أي عام تم إنتاج غلين \\أو غليندا)'],
    ['والكتاب', 'والكتاب'],
  ])('%s', (text, tree) => expect(read(text)).toBe(tree));

  test('the bare operators can be turned off, and it is told when they were used', () => {
    expect(readQuery('كتاب أو قلم').bare).toBe(true);
    expect(readQuery('كتاب و قلم').bare).toBe(false);
    expect(read('كتاب أو قلم', { bare: false })).toBe('and(كتاب \\أو قلم)');
  });
});

describe('closeness', () => {
  test.each([
    ['كتا*', 'كتا*'],
    ['كتا*،', 'كتا*'],
    ['بوتن~', 'بوتن~1'],
    ['الاستراتجية~', 'الاستراتجية~2'],
    ['بوتن~٢', 'بوتن~2'],
    ['بوتن~0', 'بوتن'],
    ['=على', '=على'],
    ['="على الأرض"', '="على الأرض"'],
    ['"كتاب"', '"كتاب"'],
    ['"قائد الثورة"', '"قائد الثورة"'],
    ['«قائد الثورة»', '"قائد الثورة"'],
    ['“قائد الثورة”', '"قائد الثورة"'],
    ['„قائد الثورة“', '"قائد الثورة"'],
    ['»قائد الثورة«', '"قائد الثورة"'],
    ["'قائد الثورة'", '"قائد الثورة"'],
    ['‘قائد الثورة’', '"قائد الثورة"'],
    ['«قال "نعم" ثم»', '"قال نعم ثم"'],
    ['صحيفة"الحياة"قالت', 'and(صحيفة "الحياة" قالت)'],
    ['"قائد الثورة"~5', '"قائد الثورة"~5'],
    ['"قائد الثورة"~٥', '"قائد الثورة"~5'],
    ['"قائد الثو"*', '"قائد الثو"*'],
    ['-"قائد الثورة"', 'not("قائد الثورة")'],
    ['"" كتاب', 'كتاب'],
  ])('%s', (text, tree) => expect(read(text)).toBe(tree));

  test('of the whole query', () => {
    expect(read('على "إلى أين" عنوان:ما', { exact: true })).toBe('and(=على ="إلى أين" title:=ما)');
    // The sign by itself at the beginning says so of the whole; anywhere else it says nothing.
    expect(read('= على "إلى أين" عنوان:ما')).toBe('and(=على ="إلى أين" title:=ما)');
    expect(read('على = أين')).toBe('and(على أين)');
  });

  test('as you type, the last word stands for its continuations', () => {
    expect(forgiven('كتاب قل', { prefix: true })).toBe('and(كتاب قل*)');
    expect(forgiven('كتاب قل ', { prefix: true })).toBe('and(كتاب قل)');
    expect(forgiven('كتاب -قل', { prefix: true })).toBe('and(كتاب not(قل))');
    expect(forgiven('كتاب أو قل', { prefix: true })).toBe('or(كتاب قل*)');
    expect(forgiven('"قائد الثو', { prefix: true })).toBe('"قائد الثو"*');
    expect(forgiven('وسم:سيا', { prefix: true })).toBe('tag:سيا*');
  });
});

describe('fields', () => {
  test.each([
    ['title:كتاب', 'title:كتاب'],
    ['TITLE:كتاب', 'title:كتاب'],
    ['title: كتاب', 'title:كتاب'],
    ['عنوان:كتاب', 'title:كتاب'],
    ['العنوان:كتاب', 'title:كتاب'],
    ['نص:كتاب', 'body:كتاب'],
    ['title:"قائد الثورة"', 'title:"قائد الثورة"'],
    ['title:(a OR "b c") d', 'and(or(title:a title:"b c") d)'],
    ['عنوان:(a أو b)', 'or(title:a title:b)'],
    ['title:a,b', 'or(title:a title:b)'],
    ['-title:a', 'not(title:a)'],
    ['source:الحياة', 'source:الحياة'],
    ['مصدر:"الشرق الأوسط"', 'source:"الشرق الأوسط"'],
    ['وسم:سياسة،"شؤون دولية",اقتصاد', 'or(tag:سياسة tag:"شؤون دولية" tag:اقتصاد)'],
    ['tag:(سياسة -اقتصاد)', 'and(tag:سياسة not(tag:اقتصاد))'],
    ['tag:سيا*', 'tag:سيا*'],
    ['tag:="الثقافة"', 'tag:=الثقافة'],
    ['tag:*', 'has:tags'],
    ['كاتب:هيكل', 'author:هيكل'],
    ['has:original', 'has:original'],
    ['فيه:أصل', 'has:original'],
    ['فيه:(تاريخ وسم)', 'and(has:date has:tags)'],
    ['has:conflict -فيه:مصدر', 'and(has:conflict not(has:source))'],
    ['has:annotations فيه:التعليقات', 'and(has:annotations has:annotations)'],
    ['مصدر: لا تغيير', 'and(مصدر لا تغيير)'],
    ['المتحدث:قال', 'and(المتحدث قال)'],
    ['10:30', 'and(10 30)'],
  ])('%s', (text, tree) => expect(read(text)).toBe(tree));
});

describe('dates', () => {
  test.each([
    ['date:2013', 'date:2013'],
    ['تاريخ:٢٠١٣', 'date:2013'],
    ['date:۲۰۱۳-۰۵', 'date:2013-05'],
    ['date:2013-5-4', 'date:2013-05-04'],
    ['date:2013/05/04', 'date:2013-05-04'],
    ['date:4/5/2013', 'date:2013-05-04'],
    ['date:5/2013', 'date:2013-05'],
    ['date:2013م', 'date:2013'],
    ['date:2013-05..2014', 'date:2013-05..2014'],
    ['date:2014..2013-05', 'date:2013-05..2014'],
    ['date:2013-01-01..2013-12-31', 'date:2013'],
    ['date:2013..', 'date:>=2013'],
    ['date:2013.. x', 'and(date:>=2013 x)'],
    ['date:..2014', 'date:<=2014'],
    ['date:>2013-05', 'date:>=2013-06'],
    ['date:>=2013-05', 'date:>=2013-05'],
    ['date:<2013-05', 'date:<=2013-04'],
    ['date:<=2013-05', 'date:<=2013-05'],
    ['date:>2013', 'date:>=2014'],
    ['تاريخ:مايو 2013', 'date:2013-05'],
    ['تاريخ:أيار 2013 كلمة', 'and(date:2013-05 كلمة)'],
    ['تاريخ:كانون الثاني 2013', 'date:2013-01'],
    ['تاريخ:14 أيار 2013', 'date:2013-05-14'],
    ['date:May 2013', 'date:2013-05'],
    ['تاريخ:"أيار 2013"', 'date:2013-05'],
    // Umm al-Qura: 1 Muharram 1434 was 15 November 2012, 1 Muharram 1435 4 November 2013.
    ['date:1434هـ', 'date:2012-11-15..2013-11-03'],
    ['date:1434 هـ', 'date:2012-11-15..2013-11-03'],
    ['date:1434', 'date:2012-11-15..2013-11-03'],
    ['date:١٤٣٤هـ', 'date:2012-11-15..2013-11-03'],
    ['تاريخ:رجب 1434', 'date:2013-05-11..2013-06-09'],
    ['تاريخ:رجب 1434هـ', 'date:2013-05-11..2013-06-09'],
    ['date:1434-07', 'date:2013-05-11..2013-06-09'],
    ['تاريخ:رجب 1434..شعبان 1434', 'date:2013-05-11..2013-07-08'],
    ['تاريخ:15 رجب 1434', 'date:2013-05-25'],
    ['تاريخ:ربيع الأول 1434', 'date:2013-01-13..2013-02-10'],
    ['تاريخ:ذو الحجة 1434', 'date:2013-10-06..2013-11-03'],
    ['date:1434م', 'date:1434م'],
    ['date:2013،2015', 'or(date:2013 date:2015)'],
    ['date:(2013 أو 2015)', 'or(date:2013 date:2015)'],
  ])('%s', (text, tree) => expect(read(text)).toBe(tree));

  test.each([
    'date:13',
    'date:2013-13',
    'date:31/2/2013',
    'date:أمس',
    'تاريخ:رجب',
    'date:30 ربيع الأول 1434',
    'date:2013x',
    'date:رجب 2013م',
  ])('%s is refused', (text) => expect(failure(text).code).toBe('search.bad-date'));
});

describe('what cannot be understood', () => {
  test.each([
    ['كتاب "قلم', 'search.unclosed-quote', '"', 5],
    ['كتاب «قلم', 'search.unclosed-quote', '«', 5],
    ['كتاب (قلم', 'search.unclosed-group', '(', 5],
    ['كتاب) قلم', 'search.stray-bracket', ')', 4],
    ['كتاب OR', 'search.missing-operand', 'OR', 5],
    ['| كتاب', 'search.missing-operand', '|', 0],
    ['كتاب AND OR قلم', 'search.missing-operand', 'AND', 5],
    ['كتاب NOT', 'search.missing-operand', 'NOT', 5],
    ['*كتاب', 'search.star-inside', '*كتاب', 0],
    ['ك*ب', 'search.star-inside', 'ك*ب', 0],
    ['كتاب~3', 'search.bad-distance', 'كتاب~3', 0],
    ['x date:غدا', 'search.bad-date', 'غدا', 7],
    ['has:صور', 'search.bad-value', 'صور', 4],
    ['كتاب title:', 'search.empty-field', 'title:', 5],
    ['title:؟', 'search.empty-field', 'title:', 0],
    ['('.repeat(50), 'search.unclosed-group', '(', 0],
    [Array.from({ length: 300 }, (_, i) => `w${i}`).join(' '), 'search.too-long', 'w64', 246],
  ])('%s', (text, code, piece, offset) => {
    expect(failure(text)).toEqual({ code, piece, offset, length: piece.length });
  });

  test.each(['', ' ', '؟', '()', '""', '-'])('%j asks for nothing', (text) => {
    expect(() => parseQuery(text)).toThrow('search.empty');
  });

  test.each([
    ['كتاب "قلم رصاص', 'and(كتاب "قلم رصاص")'],
    ['كتاب (قلم أو دفتر', 'and(كتاب or(قلم دفتر))'],
    ['كتاب) قلم', 'and(كتاب قلم)'],
    ['كتاب OR', 'كتاب'],
    ['كتاب date:20', 'كتاب'],
    ['كتاب has:or', 'كتاب'],
    ['كتاب وسم:', 'كتاب'],
    ['كتاب -', 'كتاب'],
  ])('%s is mended', (text, tree) => expect(forgiven(text)).toBe(tree));
});

test('every word knows its place in the query', () => {
  const text = 'عنوان:"قائدُ الثورة" -كتا*';
  const places: string[] = [];
  const walk = (query: Query): void => {
    if (query.kind === 'and' || query.kind === 'or') query.parts.forEach(walk);
    else if (query.kind === 'not') walk(query.part);
    else if (query.kind === 'words') places.push(...query.words.map(({ start, end }) => text.slice(start, end)));
  };
  walk(parseQuery(text));
  expect(places).toEqual(['قائدُ', 'الثورة', 'كتا']);
});
