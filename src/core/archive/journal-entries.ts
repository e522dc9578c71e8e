// What the journals hold behind marks, in the order in which it was done.
import type { Disk } from './disk.ts';
import { devicesOf, readLines, segmentsOf } from './journal-read.ts';
import type { Marks, ReadEntry } from './journal-line.ts';
import { segmentPath } from './layout.ts';

/** Undefined when a mark points behind what is there: the journals are not those that the marks were made of. */
export async function mergedEntries(disk: Disk, dir: string, marks: Marks): Promise<AsyncIterable<ReadEntry> | undefined> {
  const devices = await devicesOf(disk, dir);
  if (Object.keys(marks).some((device) => !devices.includes(device))) return undefined;
  for (const [device, [segment, offset]] of Object.entries(marks)) {
    const found = await disk.stat(segmentPath(dir, device, segment));
    if ((found?.size ?? 0) < offset || (!found && offset > 0)) return undefined;
  }
  return merged(devices.map((device) => entriesOf(disk, dir, device, marks[device])));
}

async function* entriesOf(disk: Disk, dir: string, device: string, mark: Marks[string] | undefined): AsyncGenerator<ReadEntry> {
  const [first, offset] = mark ?? [0, 0];
  for (const segment of await segmentsOf(disk, dir, device)) {
    if (segment < first) continue;
    for await (const { line } of readLines(disk, segmentPath(dir, device, segment), { from: segment === first ? offset : 0 })) {
      if (line) yield { ...line.entry, device };
    }
  }
}

/** In the order of their numbers. Few devices: the least of the heads is looked for by walking over them. */
export async function* merged<T extends { readonly seq: number }>(sources: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const heads = await Promise.all(sources.map((source) => source.next()));
  for (;;) {
    let least = -1;
    for (const [at, head] of heads.entries()) {
      if (!head.done && (least < 0 || head.value.seq < (heads[least]!.value as T).seq)) least = at;
    }
    if (least < 0) return;
    yield heads[least]!.value as T;
    heads[least] = await sources[least]!.next();
  }
}
