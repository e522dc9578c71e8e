// Objects of the file that are written beside pdfkit's own: dictionaries go many to a stream (ISO 32000-1 7.5.7), and all are found
// by a stream of cross-references (7.5.8). PDF 1.4 knows neither: there they stand one by one.
import { promisify } from 'node:util';
import { deflate, deflateSync, type ZlibOptions } from 'node:zlib';
import type { PdfContainer } from './container.ts';

/** Of an object, as others name it: `12 0 R`. */
export type Reference = string;

/** A reference in what pdfkit writes: what is no object of its own stands there by its text. */
export class Indirect {
  readonly #reference: Reference;
  constructor(reference: Reference) {
    this.#reference = reference;
  }
  get [Symbol.toStringTag](): string {
    return 'Indirect';
  }
  toString(): string {
    return this.#reference;
  }
}

/** A text string (7.9.2.2) in parentheses, one character a byte. */
export function textString(text: string): string {
  const bytes = /^[ -~]*$/.test(text) ? text : Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
  return `(${literal(bytes)})`;
}

/** What stands between the parentheses of a string of bytes (7.3.4.2). */
export const literal = (bytes: string): string => bytes.replace(/[()\\]/g, '\\$&').replaceAll('\r', '\\r');

/** The bytes that `literal` was made of. */
export const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(.)/gs, (_, sign: string) => (sign === 'r' ? '\r' : sign)) : text;

const deflateAside = promisify<Uint8Array, ZlibOptions, Buffer>(deflate);

/** A page is a few kilobytes: with no more room than it needs it is packed in half the time, and as small. */
const deflated = (bytes: Uint8Array): Promise<Buffer> => {
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(bytes.length + 1))));
  return deflateAside(bytes, { windowBits, memLevel: Math.min(8, windowBits - 6), chunkSize: Math.max(1024, bytes.length >> 1) });
};

/** An object stream is written when it holds so many objects. */
const MOST = 400;

export class Objects {
  readonly #doc: PdfContainer;
  readonly #packed: boolean;
  #waiting: { id: number; text: string }[] = [];
  /** Streams in the order in which they are written, packed beside whatever else is done. */
  #packing: { id: number; entries: string; data: Promise<Buffer> }[] = [];

  constructor(doc: PdfContainer, packed: boolean) {
    this.#doc = doc;
    this.#packed = packed;
    if (packed) doc._finalize = () => this.#finish();
  }

  reference(): Reference {
    return `${this.#doc._offsets.push(null)} 0 R`;
  }

  /** `text` is of latin1; its strings are `textString`s. */
  write(reference: Reference, text: string): void {
    const id = idOf(reference);
    if (!this.#packed) this.#put(id, Buffer.from(`${id} 0 obj\n${text}\nendobj\n`, 'latin1'));
    else if (this.#waiting.push({ id, text }) >= MOST) this.flush();
  }

  /** Written by the next `written`. */
  stream(reference: Reference, entries: string, bytes: Uint8Array): void {
    this.#packing.push({ id: idOf(reference), entries, data: deflated(bytes) });
  }

  /** Streams are written but for so many of the last ones, which may still be packed. */
  async written(but = 0): Promise<void> {
    for (const { id, entries, data } of this.#packing.splice(0, this.#packing.length - but)) this.#putStream(id, entries, await data);
  }

  #putStream(id: number, entries: string, data: Uint8Array): void {
    const head = `${id} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${data.length}>>stream\n`;
    this.#put(id, Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n')]));
  }

  /** No more is written after it. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const [objects, stream] = [this.#waiting, this.reference()];
    this.#waiting = [];
    const within = idOf(stream);
    let body = '';
    let index = '';
    for (const [at, { id, text }] of objects.entries()) {
      index += `${id} ${body.length} `;
      body += `${text}\n`;
      this.#doc._offsets[id - 1] = packedPlace(within, at);
    }
    this.stream(stream, `/Type/ObjStm/N ${objects.length}/First ${index.length}`, Buffer.from(index + body, 'latin1'));
  }

  #put(id: number, bytes: Uint8Array): void {
    this.#doc._offsets[id - 1] = this.#doc._offset;
    this.#doc._write(bytes);
  }

  /** In place of pdfkit's table of cross-references, when all of its objects are written. */
  #finish(): void {
    const doc = this.#doc;
    const start = doc._offset;
    const id = idOf(this.reference());
    doc._offsets[id - 1] = start;
    const rows = Buffer.alloc(ROW * (doc._offsets.length + 1));
    rows.writeUInt16BE(0xffff, ROW - 2);
    for (const [at, place] of doc._offsets.entries()) {
      const [kind, where, index] = place !== null && place < 0 ? [2, ...unpacked(place)] : [1, place ?? 0, 0];
      const row = ROW * (at + 1);
      rows[row] = kind;
      rows.writeUIntBE(where, row + 1, 5);
      rows.writeUInt16BE(index, row + 6);
    }
    const hash = `<${Buffer.from(doc._id).toString('hex')}>`;
    const entries = `/Type/XRef/Size ${doc._offsets.length + 1}/W[1 5 2]/Root ${doc._root.toString()}/Info ${doc._info.toString()}/ID[${hash}${hash}]`;
    this.#putStream(id, entries, deflateSync(rows));
    doc._write(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    doc.push(null);
  }
}

/** An object stream and the place in it as one number, below nought: of a long volume there are many. */
const packedPlace = (stream: number, at: number): number => -(stream * MOST + at);
const unpacked = (place: number): [stream: number, at: number] => [Math.floor(-place / MOST), -place % MOST];

const idOf = (reference: Reference): number => Number.parseInt(reference, 10);

/** Bytes of a cross-reference: its kind, its place, and where in its stream it stands. */
const ROW = 8;
