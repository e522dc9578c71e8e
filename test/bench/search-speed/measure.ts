// Milliseconds, spreads, bytes.
import type { DatabaseSync } from 'node:sqlite';

/** CPU milliseconds of this process so far: fair on a machine that others use as well. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export const round = (value: number): number => Math.round(value * 100) / 100;

export type Spread = { readonly p50: number; readonly p95: number; readonly worst: number };

export function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), worst: at(1) };
}

/** Bytes that tables and their indexes fill, free pages not counted. */
export function bytesOf(db: DatabaseSync, tables: (name: string) => boolean): number {
  const rows = db.prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat WHERE aggregate = TRUE GROUP BY name').all();
  return rows.reduce((sum, { name, bytes }) => sum + (tables(name as string) ? (bytes as number) : 0), 0);
}
