// A compound file of large streams, as small as it can be: the table, the directory, the streams.
const SECTOR = 512;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;
const NONE = 0xffffffff;

/** Each stream takes sectors enough not to be a small one. */
export function compoundFileOf(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const parts = Object.entries(streams).map(([name, bytes]) => ({ name, bytes, sectors: Math.max(8, Math.ceil(bytes.length / SECTOR)) }));
  const table: number[] = [TABLE, END];
  for (const part of parts) {
    const first = table.length;
    Object.assign(part, { first });
    for (let at = 1; at < part.sectors; at++) table.push(first + at);
    table.push(END);
  }
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(9, 0x1e);
  header.writeUInt16LE(6, 0x20);
  header.writeUInt32LE(1, 0x2c);
  header.writeUInt32LE(1, 0x30);
  header.writeUInt32LE(4096, 0x38);
  header.writeUInt32LE(END, 0x3c);
  header.writeUInt32LE(END, 0x44);
  for (let at = 0; at < 109; at++) header.writeUInt32LE(at === 0 ? 0 : NONE, 0x4c + at * 4);
  const directory = Buffer.alloc(SECTOR);
  entry(directory, 0, { name: 'Root Entry', kind: 5, right: NONE, child: 1, first: END, size: 0 });
  for (const [n, part] of parts.entries()) {
    const right = n + 1 < parts.length ? n + 2 : NONE;
    const { first } = part as typeof part & { first: number };
    entry(directory, n + 1, { name: part.name, kind: 2, right, child: NONE, first, size: part.sectors * SECTOR });
  }
  const numbers = Buffer.alloc(SECTOR, 0xff);
  for (const [at, next] of table.entries()) numbers.writeUInt32LE(next, at * 4);
  const bodies = parts.map(({ bytes, sectors }) => Buffer.concat([bytes, Buffer.alloc(sectors * SECTOR - bytes.length)]));
  return Buffer.concat([header, numbers, directory, ...bodies]);
}

type Entry = { name: string; kind: number; right: number; child: number; first: number; size: number };

function entry(directory: Buffer, number: number, { name, kind, right, child, first, size }: Entry): void {
  const at = number * 128;
  directory.write(name, at, 'utf16le');
  directory.writeUInt16LE((name.length + 1) * 2, at + 0x40);
  directory.writeUInt8(kind, at + 0x42);
  directory.writeUInt32LE(NONE, at + 0x44);
  directory.writeUInt32LE(right, at + 0x48);
  directory.writeUInt32LE(child, at + 0x4c);
  directory.writeUInt32LE(first, at + 0x74);
  directory.writeUInt32LE(size, at + 0x78);
}
