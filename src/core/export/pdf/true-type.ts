// The few tables of a TrueType face the cluster font is built from.
export interface TrueType {
  unitsPerEm: number;
  box: number[];
  ascent: number;
  descent: number;
  capHeight: number;
  postScriptName: string;
  table(tag: string): Buffer | undefined;
  glyph(gid: number): Buffer;
  advance(gid: number): number;
  bearing(gid: number): number;
}

export function readTrueType(bytes: Uint8Array): TrueType {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + 16 * file.readUInt16BE(4); at += 16) {
    const [tag, offset, length] = [file.toString('latin1', at, at + 4), file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    if (offset + length > file.length) throw new Error(`not a whole TrueType face: ${tag} is cut off`);
    tables.set(tag, file.subarray(offset, offset + length));
  }
  const need = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`not a TrueType face: no ${tag} table`);
    return found;
  };
  const [head, hhea, loca, glyf, hmtx, os2] = [need('head'), need('hhea'), need('loca'), need('glyf'), need('hmtx'), tables.get('OS/2')];
  const long = head.readInt16BE(50) === 1;
  const place = (gid: number): number => (long ? loca.readUInt32BE(4 * gid) : 2 * loca.readUInt16BE(2 * gid));
  const metrics = hhea.readUInt16BE(34);
  return {
    unitsPerEm: head.readUInt16BE(18),
    box: [36, 38, 40, 42].map((at) => head.readInt16BE(at)),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    capHeight: os2 && os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : 700,
    postScriptName: nameIn(need('name'), 6) ?? 'Font',
    table: (tag) => tables.get(tag),
    glyph: (gid) => glyf.subarray(place(gid), place(gid + 1)),
    advance: (gid) => hmtx.readUInt16BE(4 * Math.min(gid, metrics - 1)),
    bearing: (gid) => hmtx.readInt16BE(gid < metrics ? 4 * gid + 2 : 4 * metrics + 2 * (gid - metrics)),
  };
}

/** A string of the face's own, by its id (OpenType, name): 1 and 16 the family, 6 the PostScript name. */
export const nameOf = (face: TrueType, id: number): string | undefined => nameIn(face.table('name') ?? Buffer.alloc(6), id);

function nameIn(name: Buffer, id: number): string | undefined {
  const strings = name.readUInt16BE(4);
  for (let at = 6; at < 6 + 12 * name.readUInt16BE(2); at += 12) {
    if (name.readUInt16BE(at) !== 3 || name.readUInt16BE(at + 6) !== id) continue;
    const start = strings + name.readUInt16BE(at + 10);
    return Buffer.from(name.subarray(start, start + name.readUInt16BE(at + 8)))
      .swap16()
      .toString('utf16le');
  }
  return undefined;
}

/** Offsets of the component glyph ids inside a composite glyph (OpenType, glyf). */
export function componentOffsets(glyph: Buffer): number[] {
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return [];
  const out: number[] = [];
  let at = 10;
  let flags = 0;
  do {
    flags = glyph.readUInt16BE(at);
    out.push(at + 2);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  } while (flags & 0x20);
  return out;
}
