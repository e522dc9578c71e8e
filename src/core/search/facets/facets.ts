// Values of the catalogue by row, held as numbers in memory: counted over any set of rows without a query.
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { DamagedRow } from '../database.ts';
import { RowSet } from '../segments/row-set.ts';
import { CHUNK_ROWS, type Chunk, countChunk, isEmpty, decodeChunk, emptyChunk, encodeChunk, withRow } from './column.ts';

export const facetSchema = `
  -- One number: raised by each change.
  CREATE TABLE facet_state (generation INTEGER NOT NULL);
  INSERT INTO facet_state VALUES (0);
  CREATE TABLE facet_values (facet TEXT NOT NULL, number INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (facet, number)) WITHOUT ROWID;
  CREATE TABLE facet_chunks (facet TEXT NOT NULL, chunk INTEGER NOT NULL, sum INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (facet, chunk));
`;

export type FacetCount = { readonly value: string; readonly count: number };

export type Facets<Name extends string> = {
  /** A row's values, in place of those it had; what is left out it has not. For use inside a transaction: read after `commit`, undone by a rollback. */
  set(row: number, values: Readonly<Partial<Record<Name, readonly string[]>>>): void;
  /** Writes what was set: inside the transaction. */
  commit(): void;
  /** Takes everything out. For use inside a transaction. */
  clear(): void;
  /** How many of the rows have each value, most frequent first, then in the order of the values; `limit` (200) of each facet. */
  count(rows: RowSet, limit?: number): Record<Name, FacetCount[]>;
  /** The rows that have the value. */
  rows(facet: Name, value: string): RowSet;
  /** All values that rows have or had. */
  values(facet: Name): readonly string[];
};

type Column = { readonly values: string[]; readonly numbers: Map<string, number>; readonly chunks: Chunk[]; readonly changed: Set<number> };

/** Throws DamagedRow, here or at any time later, when the tables are not as they were written. */
export function openFacets<Name extends string>(db: DatabaseSync, names: readonly Name[]): Facets<Name> {
  const readGeneration = db.prepare('SELECT generation FROM facet_state');
  const addValue = db.prepare('INSERT INTO facet_values VALUES (?, ?, ?)');
  const putChunk = db.prepare('INSERT OR REPLACE INTO facet_chunks VALUES (?, ?, ?, ?)');
  let generation = -1;
  let columns = new Map<Name, Column>();
  let changing = false;

  /** As for the segments: others may have written, or a transaction of ours may have been rolled back. */
  function current(): ReadonlyMap<Name, Column> {
    const now = readGeneration.get()?.['generation'];
    if (typeof now !== 'number') throw new DamagedRow('the facets have lost their state');
    if (now !== generation) {
      columns = new Map(names.map((name) => [name, readColumn(db, name)]));
      changing = false;
      // Last: when something cannot be read, that is told of again the next time.
      generation = now;
    }
    return columns;
  }

  function change(): ReadonlyMap<Name, Column> {
    current();
    if (!changing) db.exec('UPDATE facet_state SET generation = generation + 1');
    if (!changing) generation++;
    changing = true;
    return columns;
  }

  function numberOf(name: Name, { values, numbers }: Column, value: string): number {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    addValue.run(name, values.length, value);
    numbers.set(value, values.length);
    return values.push(value) - 1;
  }

  return {
    set(row, values) {
      for (const [name, column] of change()) {
        const own = (values[name] ?? []).map((value) => numberOf(name, column, value));
        const chunk = Math.floor(row / CHUNK_ROWS);
        while (column.chunks.length <= chunk) column.chunks.push(emptyChunk);
        if (own.length === 0 && isEmpty(column.chunks[chunk]!, row % CHUNK_ROWS)) continue;
        column.chunks[chunk] = withRow(column.chunks[chunk]!, row % CHUNK_ROWS, own);
        column.changed.add(chunk);
      }
    },
    commit() {
      current();
      if (!changing) return;
      for (const [name, { chunks, changed }] of columns) {
        for (const chunk of changed) {
          const bytes = encodeChunk(chunks[chunk]!);
          putChunk.run(name, chunk, crc32(bytes), bytes);
        }
        changed.clear();
      }
      changing = false;
    },
    clear() {
      change();
      db.exec('DELETE FROM facet_values; DELETE FROM facet_chunks');
      columns = new Map(names.map((name) => [name, readColumn(db, name)]));
      changing = false;
    },
    count(rows, limit = 200) {
      const counted = [...current()].map(([name, column]) => [name, countColumn(column, rows, limit)]);
      return Object.fromEntries(counted) as Record<Name, FacetCount[]>;
    },
    values: (facet) => current().get(facet)!.values,
    rows(facet, value) {
      const { numbers, chunks } = current().get(facet)!;
      const number = numbers.get(value);
      const found = new RowSet(number === undefined ? 0 : chunks.length * CHUNK_ROWS);
      for (const [chunk, { starts, values }] of chunks.entries()) {
        for (let row = 0, at = 0; at < values.length; at++) {
          while (starts[row + 1]! <= at) row++;
          if (values[at] === number) found.add(chunk * CHUNK_ROWS + row);
        }
      }
      return found;
    },
  };
}

function readColumn(db: DatabaseSync, name: string): Column {
  const rows = db.prepare('SELECT number, value FROM facet_values WHERE facet = ? ORDER BY number').all(name);
  const values = rows.map(({ number, value }, at) => {
    if (number !== at || typeof value !== 'string') throw new DamagedRow('a facet has lost a value');
    return value;
  });
  const chunks: Chunk[] = [];
  for (const { chunk, sum, bytes } of db
    .prepare('SELECT chunk, sum, bytes FROM facet_chunks WHERE facet = ? ORDER BY chunk')
    .iterate(name)) {
    if (!(bytes instanceof Uint8Array) || crc32(bytes) !== sum || typeof chunk !== 'number' || chunk < chunks.length) {
      throw new DamagedRow('a part of a facet cannot be read');
    }
    while (chunks.length < chunk) chunks.push(emptyChunk);
    chunks.push(decodeChunk(bytes, values.length));
  }
  return { values, numbers: new Map(values.map((value, number) => [value, number])), chunks, changed: new Set() };
}

const CHUNK_WORDS = CHUNK_ROWS / 32;

function countColumn({ values, chunks }: Column, rows: RowSet, limit: number): FacetCount[] {
  const counts = new Uint32Array(values.length);
  for (const [chunk, one] of chunks.entries()) {
    const bits = rows.bits.subarray(chunk * CHUNK_WORDS, (chunk + 1) * CHUNK_WORDS);
    if (bits.length === 0) break;
    if (one.values.length > 0) countChunk(one, bits, counts);
  }
  const met = [...counts.keys()].filter((number) => counts[number]! > 0);
  met.sort((a, b) => counts[b]! - counts[a]! || (values[a]! < values[b]! ? -1 : 1));
  return met.slice(0, limit).map((number) => ({ value: values[number]!, count: counts[number]! }));
}
