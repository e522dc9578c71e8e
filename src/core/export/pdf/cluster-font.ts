// A face made for one document: a glyph for every (cluster, code point), so each has its own width and Unicode.
import type { PlacedGlyph } from '#core/typeset/shape.types.ts';
import { componentOffsets, type TrueType } from './true-type.ts';

export interface Slot {
  source?: number;
  parts?: { gid: number; source: number; dx: number; dy: number }[];
  advance: number;
  text: string;
}

export class ClusterFont {
  readonly face: TrueType;
  readonly slots: Slot[];
  readonly #bases = new Map<number, number>([[0, 0]]);
  readonly #known = new Map<string, number>();

  constructor(face: TrueType) {
    this.face = face;
    this.slots = [{ source: 0, advance: face.advance(0), text: '' }];
  }

  /** The CID (= glyph id) that draws `glyphs` `advance` units wide and reads as `text`. */
  cid(glyphs: readonly PlacedGlyph[], advance: number, text: string): number {
    const key = `${glyphs.join(';')}|${advance}|${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const parts = glyphs
      .filter(([gid]) => this.face.glyph(gid).length > 0)
      .map(([source, dx, dy]) => ({ gid: this.#base(source), source, dx, dy }));
    const id = this.slots.push({ parts, advance, text }) - 1;
    this.#known.set(key, id);
    return id;
  }

  #base(source: number): number {
    const known = this.#bases.get(source);
    if (known !== undefined) return known;
    const id = this.slots.push({ source, advance: this.face.advance(source), text: '' }) - 1;
    this.#bases.set(source, id);
    const glyph = this.face.glyph(source);
    for (const at of componentOffsets(glyph)) this.#base(glyph.readUInt16BE(at));
    return id;
  }

  build(): Buffer {
    const count = this.slots.length;
    const loca = Buffer.alloc(4 * (count + 1));
    const hmtx = Buffer.alloc(4 * count);
    const glyphs: Buffer[] = [];
    let offset = 0;
    this.slots.forEach((slot, id) => {
      const glyph = pad(slot.parts ? composite(this.face, slot.parts) : this.#copy(slot.source ?? 0));
      loca.writeUInt32BE(offset, 4 * id);
      hmtx.writeUInt16BE(Math.max(0, slot.advance), 4 * id);
      hmtx.writeInt16BE(glyph.length > 0 ? glyph.readInt16BE(2) : 0, 4 * id + 2);
      glyphs.push(glyph);
      offset += glyph.length;
    });
    loca.writeUInt32BE(offset, 4 * count);
    const copy = (tag: string): Buffer => Buffer.from(this.face.table(tag) ?? Buffer.alloc(0));
    const [head, hhea, maxp] = [copy('head'), copy('hhea'), copy('maxp')];
    head.writeInt16BE(1, 50);
    head.writeUInt32BE(0, 8);
    hhea.writeUInt16BE(count, 34);
    hhea.writeUInt16BE(Math.max(...this.slots.map((slot) => slot.advance)), 10);
    maxp.writeUInt16BE(count, 4);
    const [points, contours] = largest(glyphs);
    maxp.writeUInt16BE(Math.max(points, maxp.readUInt16BE(6)), 6);
    maxp.writeUInt16BE(Math.max(contours, maxp.readUInt16BE(8)), 8);
    maxp.writeUInt16BE(0xfff, 10);
    maxp.writeUInt16BE(0x3ff, 12);
    maxp.writeUInt16BE(Math.max(64, maxp.readUInt16BE(28)), 28);
    maxp.writeUInt16BE(Math.max(4, maxp.readUInt16BE(30)), 30);
    const tables: [string, Buffer][] = [
      ['glyf', Buffer.concat(glyphs)],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', maxp],
    ];
    for (const tag of ['cvt ', 'fpgm', 'prep']) {
      const table = this.face.table(tag);
      if (table) tables.push([tag, table]);
    }
    return assemble(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #copy(source: number): Buffer {
    const glyph = Buffer.from(this.face.glyph(source));
    for (const at of componentOffsets(glyph)) glyph.writeUInt16BE(this.#bases.get(glyph.readUInt16BE(at)) ?? 0, at);
    return glyph;
  }
}

/** Most points and contours of a simple glyph: companions bring larger ones than the face has. */
function largest(glyphs: readonly Buffer[]): [points: number, contours: number] {
  let [points, contours] = [0, 0];
  for (const glyph of glyphs) {
    const count = glyph.length > 0 ? glyph.readInt16BE(0) : 0;
    if (count <= 0) continue;
    contours = Math.max(contours, count);
    points = Math.max(points, glyph.readUInt16BE(8 + 2 * count) + 1);
  }
  return [points, contours];
}

const pad = (bytes: Buffer): Buffer => (bytes.length % 4 ? Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))]) : bytes);

function composite(face: TrueType, parts: NonNullable<Slot['parts']>): Buffer {
  if (parts.length === 0) return Buffer.alloc(0);
  const out = Buffer.alloc(10 + 8 * parts.length);
  const corner = (at: number, pick: typeof Math.min, axis: 'dx' | 'dy'): number =>
    pick(...parts.map((part) => face.glyph(part.source).readInt16BE(at) + part[axis]));
  out.writeInt16BE(-1, 0);
  out.writeInt16BE(corner(2, Math.min, 'dx'), 2);
  out.writeInt16BE(corner(4, Math.min, 'dy'), 4);
  out.writeInt16BE(corner(6, Math.max, 'dx'), 6);
  out.writeInt16BE(corner(8, Math.max, 'dy'), 8);
  parts.forEach((part, at) => {
    const start = 10 + 8 * at;
    out.writeUInt16BE(3 | (at < parts.length - 1 ? 0x20 : 0), start);
    out.writeUInt16BE(part.gid, start + 2);
    out.writeInt16BE(part.dx, start + 4);
    out.writeInt16BE(part.dy, start + 6);
  });
  return out;
}

function assemble(tables: [string, Buffer][]): Buffer {
  const log = Math.floor(Math.log2(tables.length));
  const header = Buffer.alloc(12 + 16 * tables.length);
  header.writeUInt32BE(0x10000, 0);
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(16 << log, 6);
  header.writeUInt16BE(log, 8);
  header.writeUInt16BE(16 * tables.length - (16 << log), 10);
  let offset = header.length;
  const bodies = tables.map(([tag, table], index) => {
    const body = pad(table);
    let sum = 0;
    for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
    header.write(tag, 12 + 16 * index, 'latin1');
    [sum, offset, table.length].forEach((value, field) => header.writeUInt32BE(value, 16 + 16 * index + 4 * field));
    offset += body.length;
    return body;
  });
  return Buffer.concat([header, ...bodies]);
}
