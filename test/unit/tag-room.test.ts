// Tags stand in a row whole, and those that do not are counted.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagsWithin } from '#renderer/library/tag-room.ts';

const measure = (name: string): number => name.length * 7;
const within = (tags: string[], room: number): number => tagsWithin(tags, room, () => false, measure);
/** Of the first so many, with the gaps between them. */
const length = (tags: string[]): number => tags.reduce((sum, tag) => sum + measure(tag) + 18, 0) + Math.max(0, tags.length - 1) * 6;
const some = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 8 });

test('what is shown has room, with the sign of how many more; and one more would not have', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 600 }), (tags, room) => {
      const shown = within(tags, room);
      const sign = (count: number): number => (count < tags.length ? 40 : 0);
      expect(shown).toBeGreaterThanOrEqual(1);
      expect(shown).toBeLessThanOrEqual(tags.length);
      if (shown > 1) expect(length(tags.slice(0, shown)) + sign(shown)).toBeLessThanOrEqual(room);
      if (shown < tags.length) expect(length(tags.slice(0, shown + 1)) + sign(shown + 1)).toBeGreaterThan(room);
    }),
  );
});

test('without a row in sight all are shown', () => {
  expect(within(['دول/روسيا', 'نفط'], Number.POSITIVE_INFINITY)).toBe(2);
});
