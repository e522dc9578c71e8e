// Values of the catalogue by row, held as numbers in memory: counted over any set of rows without a query.
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { DamagedRow } from '../database.ts';
import { RowSet } from '../segments/row-set.ts';
import {
  CHUNK_ROWS,
  type Chunk,
  closeChunk,
  countChunk,
  crossChunk,
  decodeChunk,
  emptyChunk,
  encodeChunk,
  hasValues,
  type OpenChunk,
  openChunk,
  rowsOfChunk,
} from './column.ts';

export const facetSchema = `
  -- One number: raised by each change.
  CREATE TABLE facet_state (generation INTEGER NOT NULL);
  INSERT INTO facet_state VALUES (0);
  CREATE TABLE facet_values (facet TEXT NOT NULL, number INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (facet, number)) WITHOUT ROWID;
  CREATE TABLE facet_chunks (facet TEXT NOT NULL, chunk INTEGER NOT NULL, sum INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (facet, chunk));
`;

export type FacetCount = { readonly value: string; readonly count: number };

export type ValuesOf<Name extends string> = Readonly<Partial<Record<Name, readonly string[]>>>;

/** Some values of a facet. */
export type Named<Name extends string> = { readonly facet: Name; readonly values: readonly string[] };

export type Facets<Name extends string> = {
  /** Rows' values, in place of those they had; what is left out they have not. For use inside a transaction; undone by a rollback. */
  write(rows: ReadonlyMap<number, ValuesOf<Name>>): void;
  /** Takes everything out. For use inside a transaction. */
  clear(): void;
  /** How many of the rows have each value of some facets, most frequent first, then in the order of the values; `limit` (200) of each. */
  count<Some extends Name>(rows: RowSet, facets: readonly Some[], limit?: number): Record<Some, FacetCount[]>;
  /** How many of the rows have a value of one facet and a value of another, for those values that are named: `[one][other]`. */
  cross(rows: RowSet, one: Named<Name>, other: Named<Name>): number[][];
  /** The rows that have the value: not to be changed. */
  rows(facet: Name, value: string): RowSet;
  /** All values that rows have or had. */
  values(facet: Name): readonly string[];
};

type Column = { readonly values: string[]; readonly numbers: Map<string, number>; readonly chunks: Chunk[] };

/** A few values make the filters of a window; each takes a bit a row. */
const REMEMBERED = 32;

/** Throws DamagedRow, here or at any time later, when the tables are not as they were written. */
export function openFacets<Name extends string>(db: DatabaseSync, names: readonly Name[]): Facets<Name> {
  const readGeneration = db.prepare('SELECT generation FROM facet_state');
  const addValue = db.prepare('INSERT INTO facet_values VALUES (?, ?, ?)');
  const putChunk = db.prepare('INSERT OR REPLACE INTO facet_chunks VALUES (?, ?, ?, ?)');
  let generation = -1;
  let columns = new Map<Name, Column>();
  /** Rows of the values that were asked about since the last change: those of the state are asked about with each query. */
  let asked = new Map<string, RowSet>();

  /** As for the segments: others may have written, or a transaction of ours may have been rolled back. */
  function current(): ReadonlyMap<Name, Column> {
    const now = readGeneration.get()?.['generation'];
    if (typeof now !== 'number') throw new DamagedRow('the facets have lost their state');
    if (now !== generation) {
      columns = new Map(names.map((name) => [name, readColumn(db, name)]));
      asked = new Map();
      // Last: when something cannot be read, that is told of again the next time.
      generation = now;
    }
    return columns;
  }

  function raise(): ReadonlyMap<Name, Column> {
    current();
    db.exec('UPDATE facet_state SET generation = generation + 1');
    generation++;
    asked = new Map();
    return columns;
  }

  function numberOf(name: Name, { values, numbers }: Column, value: string): number {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    addValue.run(name, values.length, value);
    numbers.set(value, values.length);
    return values.push(value) - 1;
  }

  function writeColumn(name: Name, column: Column, rows: ReadonlyMap<number, ValuesOf<Name>>): void {
    const opened = new Map<number, OpenChunk>();
    for (const [row, values] of rows) {
      const own = (values[name] ?? []).map((value) => numberOf(name, column, value));
      const number = Math.floor(row / CHUNK_ROWS);
      while (column.chunks.length <= number) column.chunks.push(emptyChunk);
      const chunk = column.chunks[number]!;
      if (!opened.has(number)) {
        if (hasValues(chunk, row % CHUNK_ROWS, own)) continue;
        opened.set(number, openChunk(chunk));
      }
      opened.get(number)![row % CHUNK_ROWS] = own;
    }
    for (const [number, lists] of opened) {
      const chunk = closeChunk(lists);
      const bytes = encodeChunk(chunk);
      putChunk.run(name, number, crc32(bytes), bytes);
      column.chunks[number] = chunk;
    }
  }

  return {
    write(rows) {
      if (rows.size === 0) return;
      for (const [name, column] of raise()) writeColumn(name, column, rows);
    },
    clear() {
      raise();
      db.exec('DELETE FROM facet_values; DELETE FROM facet_chunks');
      columns = new Map(names.map((name) => [name, readColumn(db, name)]));
    },
    count<Some extends Name>(rows: RowSet, wanted: readonly Some[], limit = 200) {
      const all = current();
      const counts = countColumns(
        wanted.map((name) => all.get(name)!),
        rows,
      );
      const counted = wanted.map((name, at) => [name, mostFrequent(all.get(name)!.values, counts[at]!, limit)]);
      return Object.fromEntries(counted) as Record<Some, FacetCount[]>;
    },
    cross(rows, one, other) {
      const all = current();
      return crossColumns(rows, [all.get(one.facet)!, one.values], [all.get(other.facet)!, other.values]);
    },
    values: (facet) => current().get(facet)!.values,
    rows(facet, value) {
      const { numbers, chunks } = current().get(facet)!;
      const number = numbers.get(value);
      const key = `${facet} ${number}`;
      const known = asked.get(key);
      if (known) return known;
      const found = new RowSet(number === undefined ? 0 : chunks.length * CHUNK_ROWS);
      for (const [chunk, { starts, values }] of chunks.entries()) {
        for (let row = 0, at = 0; at < values.length; at++) {
          while (starts[row + 1]! <= at) row++;
          if (values[at] === number) found.add(chunk * CHUNK_ROWS + row);
        }
      }
      if (asked.size < REMEMBERED) asked.set(key, found);
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
  return { values, numbers: new Map(values.map((value, number) => [value, number])), chunks };
}

const CHUNK_WORDS = CHUNK_ROWS / 32;
const bitsOf = (rows: RowSet, chunk: number): Uint32Array => rows.bits.subarray(chunk * CHUNK_WORDS, (chunk + 1) * CHUNK_WORDS);

const chunkRows = new Uint16Array(CHUNK_ROWS);

/** How many of the rows have each value, at one more than its number. */
function countColumns(columns: readonly Column[], rows: RowSet): Uint32Array[] {
  const counts = columns.map(({ values }) => new Uint32Array(values.length + 1));
  const chunks = Math.ceil(rows.bits.length / CHUNK_WORDS);
  for (let number = 0; number < chunks; number++) {
    const count = rowsOfChunk(bitsOf(rows, number), chunkRows);
    if (count === 0) continue;
    for (const [at, column] of columns.entries()) {
      const chunk = column.chunks[number];
      if (chunk && chunk.values.length > 0) countChunk(chunk, chunkRows, count, counts[at]!);
    }
  }
  return counts;
}

function mostFrequent(values: readonly string[], counts: Uint32Array, limit: number): FacetCount[] {
  const met: FacetCount[] = [];
  for (const [number, value] of values.entries()) {
    const count = counts[number + 1]!;
    if (count > 0) met.push({ value, count });
  }
  return met.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit);
}

type Asked = readonly [Column, readonly string[]];

function crossColumns(rows: RowSet, [one, ofOne]: Asked, [other, ofOther]: Asked): number[][] {
  const width = ofOther.length;
  const places = { one: placesIn(one, ofOne), other: placesIn(other, ofOther), width };
  const counts = new Uint32Array(ofOne.length * width);
  for (let chunk = 0; chunk < Math.min(one.chunks.length, other.chunks.length); chunk++) {
    crossChunk(one.chunks[chunk]!, other.chunks[chunk]!, bitsOf(rows, chunk), places, counts);
  }
  return ofOne.map((_, at) => [...counts.subarray(at * width, (at + 1) * width)]);
}

function placesIn({ values, numbers }: Column, asked: readonly string[]): Int32Array {
  const places = new Int32Array(values.length).fill(-1);
  for (const [place, value] of asked.entries()) {
    const number = numbers.get(value);
    if (number !== undefined) places[number] = place;
  }
  return places;
}
