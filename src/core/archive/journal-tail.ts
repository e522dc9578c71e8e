// What a journal says of the time since its last checkpoint. Read from the end, so that opening an archive does not
// grow with its history.
import type { Disk } from './disk.ts';
import type { JournalEntry, Marks } from './journal-line.ts';
import { readLines, type ReadLine, segmentsOf } from './journal-read.ts';
import { segmentPath } from './layout.ts';

const FIRST_WINDOW = 1 << 18;
const NEWLINE = 0x0a;

export type Checkpoint = Extract<JournalEntry, { op: 'checkpoint' }> & { readonly at: readonly [segment: number, offset: number] };

/** The last line of a segment that proves itself and is a checkpoint; looks back in windows that double. */
export async function lastCheckpoint(disk: Disk, dir: string, device: string): Promise<Checkpoint | undefined> {
  for (const segment of (await segmentsOf(disk, dir, device)).reverse()) {
    const path = segmentPath(dir, device, segment);
    const end = await writtenEnd(disk, path);
    for (let window = FIRST_WINDOW; ; window *= 2) {
      const from = Math.max(0, end - window);
      let found: Checkpoint | undefined;
      // Cut in the middle of a line, its rest fails its digest and is passed over.
      for await (const { line, at } of readLines(disk, path, { from })) {
        if (line?.entry.op === 'checkpoint') found = { ...line.entry, at: [segment, at] };
      }
      if (found) return found;
      if (from === 0) break;
    }
  }
  return undefined;
}

/** The byte behind the last that is not a newline: segments are filled with newlines ahead of writing. */
async function writtenEnd(disk: Disk, path: string): Promise<number> {
  const file = await disk.open(path, 'read');
  try {
    const chunk = Buffer.alloc(1 << 16);
    for (let end = await file.size(); end > 0; ) {
      const start = Math.max(0, end - chunk.length);
      const read = await file.read(chunk.subarray(0, end - start), start);
      for (let i = read - 1; i >= 0; i--) if (chunk[i] !== NEWLINE) return start + i + 1;
      end = start;
    }
    return 0;
  } finally {
    await file.close();
  }
}

export type Placed = ReadLine & { readonly segment: number };
export type Tail = {
  /** Every line from a mark on, torn ones too. */
  readonly lines: AsyncIterable<Placed>;
  /** Where the next line belongs, when all have been read: behind the last that proves itself. */
  readonly segment: number;
  readonly end: number;
};

export async function readFrom(disk: Disk, dir: string, device: string, mark: Marks[string] | undefined): Promise<Tail> {
  const segments = await segmentsOf(disk, dir, device);
  const [first, offset] = mark ?? [0, 0];
  let end = 0;

  async function* lines(): AsyncGenerator<Placed> {
    for (const segment of segments.filter((number) => number >= first)) {
      // A mark behind the end of its segment: the end of the file was lost.
      const found = segment === first ? await disk.stat(segmentPath(dir, device, segment)) : undefined;
      end = Math.min(segment === first ? offset : 0, found?.size ?? 0);
      for await (const read of readLines(disk, segmentPath(dir, device, segment), { from: segment === first ? offset : 0 })) {
        if (read.line) end = read.end;
        yield { ...read, segment };
      }
    }
  }

  return {
    lines: lines(),
    segment: segments.at(-1) ?? Math.max(first, 1),
    get end() {
      return end;
    },
  };
}
