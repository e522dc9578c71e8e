import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDate } from '../../src/core/arabic/dates.ts';
import { exactForm, foldWord } from '../../src/core/arabic/fold.ts';
import { tokenize } from '../../src/core/arabic/tokens.ts';
import { readText } from '../../src/core/capture/formats/text.ts';

const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة'];
const tashkeel = [...'\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640'];
const arabic = fc.string({
  unit: fc.constantFrom(...letters, ...tashkeel, ' ', '،', '-', '\u200f', '\u200c', 'ی', 'گ', 'ﷺ', 'ﻻ', '٤', 'a', 'é', '𐐨'),
});
const anything = fc.oneof(arabic, fc.string({ unit: 'binary', maxLength: 200 }));

describe('any text', () => {
  test('tokens increase, never overlap and cover every letter', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let end = 0;
        let between = '';
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(foldWord(text.slice(token.start, token.end)).startsWith(token.folded)).toBe(true);
          expect(token.folded).toMatch(/^\S+$/u);
          between += text.slice(end, token.start);
          end = token.end;
        }
        expect(foldWord((between + text.slice(end)).replace(/[^\p{L}\p{N}]/gu, ''))).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('folding again changes nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(exactForm(exactForm(text))).toBe(exactForm(text));
        expect(foldWord(foldWord(text))).toBe(foldWord(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('is read without a failure, every line kept or shown as removed', () => {
    fc.assert(
      fc.property(fc.array(anything), (lines) => {
        findDate(lines.join(' '));
        const article = readText(lines.join('\n'));
        const kept = [article.title, ...article.body.map((block) => block.text), ...article.provenance.removed.map((one) => one.text)].join(
          ' ',
        );
        const words = (text: string) => new Set(tokenize(text).map((token) => token.folded));
        expect(words(lines.join('\n').replaceAll('\0', '\ufffd').toWellFormed()).difference(words(kept)).size).toBe(0);
      }),
    );
  });
});

test('tashkeel and tatweel between the letters change no term', () => {
  const marked = fc.array(fc.tuple(fc.constantFrom(...letters, ' ', '.'), fc.string({ unit: fc.constantFrom(...tashkeel), maxLength: 3 })));
  fc.assert(
    fc.property(marked, (pairs) => {
      const terms = (text: string) => tokenize(text).map((token) => token.folded);
      expect(terms(pairs.map(([letter, marks]) => letter + marks).join(''))).toEqual(terms(pairs.map(([letter]) => letter).join('')));
    }),
  );
});

describe('a flood twice as long takes no more than four times the work', () => {
  const floods: Record<string, (size: number) => string> = {
    'controls inside a word': (size) => `ا${'\u200f'.repeat(size)}ب`,
    'spaces after a weekday': (size) => `السبت${' '.repeat(size)}x`,
    'spaces after a label': (size) => `المصدر${' '.repeat(size)}x`,
    'Persian joints': (size) => `ی${'\u200cب'.repeat(size / 2)}`,
    digits: (size) => '4'.repeat(size),
    'digits and spaces': (size) => '4 '.repeat(size),
    marks: (size) => `ب${'\u064e'.repeat(size)}`,
    'Latin marks': (size) => `a${'\u0301\u0323'.repeat(size)}`,
    tatweel: (size) => `ب${'ـ'.repeat(size)}ب`,
    letters: (size) => 'ب'.repeat(size),
    'full stops': (size) => '.'.repeat(size),
    quotes: (size) => '.»'.repeat(size),
    'path signs': (size) => `الرئيسية${' >'.repeat(size)}`,
    escapes: (size) => '\u001b[0;'.repeat(size),
    'short lines': (size) => 'خبر\n'.repeat(size / 8),
  };
  const work = (text: string): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 5; i++) {
      const start = process.cpuUsage();
      readText(text);
      least = Math.min(least, process.cpuUsage(start).user / 1000);
    }
    return least;
  };
  test.each(Object.entries(floods))('%s', (_, flood) => {
    // A constant share stands for what does not grow, and for a processor that other work disturbs.
    expect(work(flood(200_000))).toBeLessThan(4 * work(flood(100_000)) + 20);
  });
});
