// Changes a word index at random until it is killed. Each change is numbered in the same transaction: what it should hold is known.
//   node segments-changes.ts FILE
import { DatabaseSync } from 'node:sqlite';
import { transaction } from '#core/search/database.ts';
import { openSegments } from '#core/search/segments/segments.ts';
import { applyChange } from '../support/segments-changes.ts';

const db = new DatabaseSync(process.argv[2]!);
const segments = openSegments(db);
for (;;) {
  const number = Number(db.prepare('SELECT number FROM changes').get()!['number']);
  transaction(db, () => {
    applyChange(number, (row, words) => (words ? segments.add(row, words) : segments.remove(row)));
    segments.commit();
    db.prepare('UPDATE changes SET number = ?').run(number + 1);
  });
  process.stdout.write('.');
  for (let slices = number % 7; slices > 0; slices--) segments.mergeSlice(1);
}
