// What the search box offers is what the search language reads.
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { fieldNames } from '#contract/query-fields.ts';
import { facetsSchema } from '#contract/search.ts';
import { readQuery } from '#core/search/query/parse.ts';
import { completionsOf } from '#renderer/library/complete-query.ts';

const facets = facetsSchema.parse({
  tag: [
    { value: 'دول/روسيا', count: 3 },
    { value: 'شؤون دولية', count: 1 },
  ],
  source: [
    { value: 'الوقت', count: 2 },
    { value: 'BBC عربي', count: 1 },
  ],
  year: [{ value: '2024', count: 3 }],
  month: [],
  collection: [],
  language: [],
  state: [],
});
const offered = (query: string, caret = query.length) => completionsOf(query, caret, facets).map(({ text }) => text);

test('a field is offered by the beginning of its name, in the language it is typed in', () => {
  expect(offered('العن')).toEqual(['عنوان:']);
  expect(offered('روسيا ti')).toEqual(['روسيا title:']);
  expect(offered('كتاب -مصد')).toEqual(['كتاب -مصدر:']);
  expect(offered('(وس')).toEqual(['(وسم:']);
  // One letter begins too many words, and what stands in the middle of a word is let be.
  expect(offered('ا')).toEqual([]);
  expect(offered('عنب', 2)).toEqual([]);
});

test('a name is offered after its field, in quotes where it has spaces, and what follows stays', () => {
  expect(offered('مصدر:')).toEqual(['مصدر:الوقت ', 'مصدر:"BBC عربي" ']);
  expect(offered('المصدر:وقت')).toEqual(['المصدر:الوقت ']);
  expect(offered('tag:"شؤ')).toEqual(['tag:"شؤون دولية" ']);
  expect(offered('وسم:رو قلم', 6)).toEqual(['وسم:دول/روسيا قلم']);
  expect(offered('عنوان:ال')).toEqual([]);
  expect(offered('فيه:أص')).toEqual(['فيه:أصل ']);
});

test('whatever is typed, what is offered has no fault that the typed query had not', () => {
  const words = fc.constantFrom(...Object.values(fieldNames).flat(), 'كتاب', 'ال', '-', '(', ' ', '"', ':', 'دول', 'BB', '=');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 6 }), (parts) => {
      const query = parts.join('');
      const faults = (text: string): number => readQuery(text).problems.length;
      for (const { text, caret, field } of completionsOf(query, query.length, facets)) {
        expect(caret).toBe(text.length);
        // A field is wanted for the value that is typed after it.
        const whole = field === undefined ? text : `${text}${field === 'date' ? '2013' : field === 'has' ? 'original' : 'كتاب'}`;
        expect(faults(whole), whole).toBeLessThanOrEqual(faults(query));
      }
    }),
  );
});
