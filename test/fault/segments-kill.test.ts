// Killed between any two writes, the word index holds what its last transaction wrote: it answers as one that is built anew.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { transaction } from '#core/search/database.ts';
import { segmentSchema } from '#core/search/segments/chunks.ts';
import type { Words } from '#core/search/segments/gather.ts';
import type { Query } from '#core/search/segments/query.ts';
import { type Segments, openSegments } from '#core/search/segments/segments.ts';
import { applyChange } from '../support/segments-changes.ts';

const ROUNDS = 8;

async function changeUntilKilled(file: string, delay: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'segments-changes.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready) => child.stdout.once('data', () => ready()));
  child.stdout.resume();
  await new Promise((later) => setTimeout(later, delay));
  child.kill('SIGKILL');
  await new Promise((ended) => child.once('close', ended));
}

function heldAfter(changes: number): Map<number, Words> {
  const held = new Map<number, Words>();
  for (let number = 0; number < changes; number++) {
    applyChange(number, (row, words) => (words ? held.set(row, words) : held.delete(row)));
  }
  return held;
}

function builtAnew(held: ReadonlyMap<number, Words>): Segments {
  const db = new DatabaseSync(':memory:');
  db.exec(segmentSchema);
  const segments = openSegments(db);
  transaction(db, () => {
    for (const [row, words] of held) segments.add(row, words);
    segments.commit();
  });
  return segments;
}

function* queriesOf(held: ReadonlyMap<number, Words>): Generator<Query> {
  for (const { body = [] } of held.values()) {
    yield { op: 'word', ...body[0]! };
    yield { op: 'phrase', words: body.slice(1, 3).map((word) => ({ op: 'word', ...word, layer: 'folded' })) };
    yield { op: 'prefix', folded: body[1]!.folded.slice(0, 2) };
  }
}

test('equals one that is built anew after each kill', { timeout: 120_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'warraq-segments-'));
  const file = join(dir, 'words.sqlite');
  const first = new DatabaseSync(file);
  first.exec(`PRAGMA journal_mode = WAL; ${segmentSchema} CREATE TABLE changes (number INTEGER NOT NULL); INSERT INTO changes VALUES (0)`);
  first.close();
  let before = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await changeUntilKilled(file, 20 + ((round * 53) % 170));
    const db = new DatabaseSync(file);
    const changes = Number(db.prepare('SELECT number FROM changes').get()!['number']);
    expect(changes).toBeGreaterThan(before);
    before = changes;
    const held = heldAfter(changes);
    const segments = openSegments(db);
    const anew = builtAnew(held);
    expect(segments.size).toBe(held.size);
    for (const query of queriesOf(held)) {
      const [found, expected] = [segments, anew].map((one) => one.search(query, { limit: 10 }));
      expect([...found!.rows]).toEqual([...expected!.rows]);
      expect(found!.hits.length).toBe(expected!.hits.length);
    }
    db.close();
  }
  rmSync(dir, { recursive: true });
});
