// Reads journal segments line by line, split on the byte \n: JSON may hold U+2028 inside a string.
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeLine, type JournalEntry } from './journal-line.ts';

/** `at` and `end` are byte offsets in the segment; `whole` is false for a last line without its newline. */
export type JournalLine = {
  readonly entry: JournalEntry | undefined;
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  readonly whole: boolean;
};

const NEWLINE = 0x0a;

export async function* readLines(path: string): AsyncGenerator<JournalLine> {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let cut = buffer.indexOf(NEWLINE); cut >= 0; cut = buffer.indexOf(NEWLINE)) {
      const bytes = buffer.subarray(0, cut);
      if (bytes.length > 0) yield { entry: decodeLine(bytes), bytes, at, end: at + cut + 1, whole: true };
      at += cut + 1;
      buffer = buffer.subarray(cut + 1);
    }
    rest = buffer;
  }
  if (rest.length > 0) yield { entry: undefined, bytes: rest, at, end: at + rest.length, whole: false };
}

/** Segment paths of one journal folder, oldest first. */
export async function segmentsOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .filter((name) => /^\d{8}\.jsonl$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}
