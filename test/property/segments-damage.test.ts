// Damage of the word index is told of as DamagedRow: never a wrong answer, never a loop or another error.
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DamagedRow, isDamage, transaction } from '#core/search/database.ts';
import { segmentSchema } from '#core/search/segments/chunks.ts';
import { openSegments } from '#core/search/segments/segments.ts';
import { query, words } from '../support/segments-arbitrary.ts';

type Damage = (db: DatabaseSync, at: number, value: number) => void;

function flip(db: DatabaseSync, table: string, column: string, at: number, value: number): void {
  const rows = db.prepare(`SELECT id, ${column} AS bytes FROM ${table} WHERE length(${column}) > 0`).all() as {
    id: number;
    bytes: Uint8Array;
  }[];
  if (rows.length === 0) return;
  const { id, bytes } = rows[at % rows.length]!;
  bytes[at % bytes.length]! ^= value;
  db.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`).run(bytes, id);
}

const damages: Damage[] = [
  (db, at, value) => flip(db, 'segment_chunks', 'bytes', at, value),
  (db, at, value) => flip(db, 'segments', 'header', at, value),
  (db, at, value) => flip(db, 'segments', 'dead', at, value),
  (db, at) => db.exec(`UPDATE segment_chunks SET bytes = substr(bytes, 1, ${at % 50})`),
  (db, at) => db.exec(`DELETE FROM segment_chunks WHERE id % 7 = ${at % 7}`),
  (db, at) => db.exec(`UPDATE segment_chunks SET bytes = (SELECT bytes FROM segment_chunks LIMIT 1 OFFSET ${at % 2})`),
  (db) => db.exec('DELETE FROM segment_state'),
  (db) => db.exec('DROP TABLE segment_chunks'),
];

test('is told of, or does not touch the answer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...damages),
      fc.nat(100_000),
      fc.integer({ min: 1, max: 255 }),
      fc.array(query, { minLength: 1, maxLength: 4 }),
      (batches, damage, at, value, queries) => {
        const db = new DatabaseSync(':memory:');
        db.exec(segmentSchema);
        const sound = openSegments(db);
        let row = 0;
        for (const batch of batches) {
          transaction(db, () => {
            for (const one of batch) sound.add(++row, one);
            sound.remove(row - 1);
            sound.commit();
          });
        }
        const answers = queries.map((one) => sound.search(one));
        damage(db, at, value);
        const damaged = (() => {
          try {
            return openSegments(db);
          } catch (error) {
            expect((error as Error).message).toMatch(/no such table/);
            return undefined;
          }
        })();
        for (const work of [
          ...queries.map((one, n) => () => expect(damaged?.search(one)).toEqual(answers[n])),
          () => damaged?.mergeSlice(1000),
          () => [...(damaged?.vocabulary.termsFrom('') ?? [])],
        ]) {
          if (!damaged) break;
          try {
            work();
          } catch (error) {
            if (!isDamage(error)) throw error;
            expect(error).toBeInstanceOf(DamagedRow);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
