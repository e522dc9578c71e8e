// Reads journal segments line by line, split on the byte \n: JSON may hold U+2028 inside a string. Empty lines are room
// kept for lines to come (journal-write.ts).
import type { Disk, DiskFile } from './disk.ts';
import { namesIn } from './durable.ts';
import { decodeLine, type JournalEntry, type JournalLine } from './journal-line.ts';
import { isDevice, journalFolder, journalsFolder, segmentNumber, segmentPath } from './layout.ts';

/** `at` and `end` are byte offsets in the segment; `whole` is false for a last line without its newline. */
export type ReadLine = {
  /** Undefined for a line that does not prove itself. */
  readonly line: JournalLine | undefined;
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  readonly whole: boolean;
};

/** A line's place. */
export type Location = { readonly device: string; readonly segment: number; readonly offset: number; readonly length: number };

const NEWLINE = 0x0a;
const CHUNK = 1 << 20;

type ReadOptions = {
  from?: number;
  /** Lines for which it answers no are passed over undecoded. */
  wants?: (bytes: Buffer) => boolean;
};

export async function* readLines(disk: Disk, path: string, options: ReadOptions = {}): AsyncGenerator<ReadLine> {
  for await (const raw of readRawLines(disk, path, options)) yield { ...raw, line: raw.whole ? decodeLine(raw.bytes) : undefined };
}

/** Lines as bytes, undecoded. */
export async function* readRawLines(
  disk: Disk,
  path: string,
  { from = 0, wants }: ReadOptions = {},
): AsyncGenerator<Omit<ReadLine, 'line'>> {
  const file = await openIfThere(disk, path);
  if (!file) return;
  try {
    let rest: Buffer = Buffer.alloc(0);
    let at = from;
    for (let position = from; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const read = await file.read(chunk, position);
      if (read === 0) break;
      position += read;
      const buffer: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, read)]) : chunk.subarray(0, read);
      let begin = 0;
      // The part carried over holds no newline.
      for (let cut = buffer.indexOf(NEWLINE, rest.length); cut >= 0; cut = buffer.indexOf(NEWLINE, begin)) {
        const bytes = buffer.subarray(begin, cut);
        if (cut > begin && (!wants || wants(bytes))) yield { bytes, at: at + begin, end: at + cut + 1, whole: true };
        begin = cut + 1;
        // Room kept for lines to come is a million newlines: walked over, not cut off one by one.
        while (buffer[begin] === NEWLINE) begin += 1;
      }
      at += begin;
      rest = buffer.subarray(begin);
    }
    if (rest.length > 0) yield { bytes: rest, at, end: at + rest.length, whole: false };
  } finally {
    await file.close();
  }
}

async function openIfThere(disk: Disk, path: string): Promise<DiskFile | undefined> {
  try {
    return await disk.open(path, 'read');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads one line again. Throws when it no longer proves itself. */
export async function readLineAt(disk: Disk, dir: string, { device, segment, offset, length }: Location): Promise<JournalEntry> {
  const file = await disk.open(segmentPath(dir, device, segment), 'read');
  try {
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const read = await file.read(bytes.subarray(done), offset + done);
      if (read === 0) break;
      done += read;
    }
    const line = decodeLine(bytes.subarray(0, length - 1));
    if (!line) throw new Error(`journal line ${device}/${segment}:${offset} is damaged`);
    return line.entry;
  } finally {
    await file.close();
  }
}

export async function devicesOf(disk: Disk, dir: string): Promise<string[]> {
  return (await namesIn(disk, journalsFolder(dir))).filter(isDevice).sort();
}

/** Segment numbers of one device's journal, oldest first. */
export async function segmentsOf(disk: Disk, dir: string, device: string): Promise<number[]> {
  const names = await namesIn(disk, journalFolder(dir, device));
  return names.flatMap((name) => segmentNumber(name) ?? []).sort((a, b) => a - b);
}
