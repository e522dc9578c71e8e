// A line that is made piece by piece is the line that is made at once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLine, encodeLine, encodeLongLine, type JournalEntry } from '#core/archive/journal-line.ts';

const change = fc.record({
  op: fc.constant('patch' as const),
  id: fc.uuid(),
  revision: fc.nat(),
  set: fc.dictionary(fc.string(), fc.jsonValue()),
  unset: fc.array(fc.string({ unit: 'binary' })),
});
const act = fc.record({ event: fc.constant('tag' as const), at: fc.string(), changes: fc.array(change, { maxLength: 12 }) });
const more = fc.record({ prev: fc.stringMatching(/^[0-9a-f]{64}$/) }, { requiredKeys: [] });

test('a line in pieces is the same, byte for byte, and proves itself', async () => {
  await fc.assert(
    fc.asyncProperty(act, fc.nat(), more, fc.integer({ min: 1, max: 5 }), async (one, seq, rest, atOnce) => {
      const entry: JournalEntry = { seq, ...rest, op: 'tx', act: one };
      const long = await encodeLongLine(entry, atOnce);
      const { bytes, sum } = encodeLine(entry);
      expect(long.sum).toBe(sum);
      expect(Buffer.compare(long.bytes, bytes)).toBe(0);
      expect(decodeLine(long.bytes.subarray(0, -1))?.sum).toBe(sum);
    }),
  );
});
