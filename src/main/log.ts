// The desktop has no terminal: records go to a file in the logs folder, and to stderr for whoever started it from one.
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreOptions } from '#core/core.ts';

export type Log = NonNullable<CoreOptions['log']>;

const detailText = (detail: unknown): string =>
  detail === undefined ? '' : detail instanceof Error ? (detail.stack ?? detail.message) : JSON.stringify(detail);

/** Appended at once and synchronously: the last record before a crash is the one that is wanted. */
export function fileLog(folder: string, clock: () => Date): Log {
  const path = join(folder, 'warraq.log');
  return (level, message, detail) => {
    const line = `${clock().toISOString()} ${level} ${message} ${detailText(detail)}\n`;
    process.stderr.write(line);
    try {
      mkdirSync(folder, { recursive: true });
      appendFileSync(path, line);
    } catch {
      // A full or read-only disk is no reason to stop; stderr has the record.
    }
  };
}
