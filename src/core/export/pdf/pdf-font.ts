// A cluster font inside a PDF: hands out the codes of a run, and writes the font when the text is all set.
import type { Cluster, ShapedRun, Shaper } from '#core/typeset/shape.types.ts';
import type { PdfContainer, PdfReference } from './container.ts';
import { arabicNumber } from './arabic-number.ts';
import { ClusterFont } from './cluster-font.ts';
import { literal, unescaped } from './objects.ts';
import type { OpenFace } from './open-face.ts';
import { toUnicode } from './to-unicode.ts';

/** A font has room for 65,536 codes: of more numbers each digit has its own. */
const MOST_NUMBERS = 20_000;

/** Right-to-left mark (UAX #9 2.6). */
const RLM = '\u200f';

export class PdfFont {
  readonly id: string;
  readonly shaper: Shaper;
  readonly ref: PdfReference;
  readonly #doc: PdfContainer;
  readonly #font: ClusterFont;
  /** By the marks that stand before them. */
  readonly #marked = new Map<string, WeakMap<ShapedRun, string>>();
  /** New words are mostly of clusters that were seen. */
  readonly #clusters = new Map<string, string>();
  #numbers = 0;
  readonly #blanks = new Map<string, Map<number, string>>();
  /** The spaces of a line are alike. */
  #blank = { advance: 0, text: '', code: '' };

  constructor(doc: PdfContainer, id: string, { face, shaper }: OpenFace) {
    this.#doc = doc;
    this.id = id;
    this.shaper = shaper;
    this.ref = doc.ref({});
    this.#font = new ClusterFont(face);
  }

  get unitsPerEm(): number {
    return this.#font.face.unitsPerEm;
  }

  /** The run as two-byte codes, left to right, as they stand in a string; the first reads as `marks` and its own character. */
  codes(run: ShapedRun, rtl: boolean, marks = ''): string {
    if (marks === '') {
      if (run.codes?.font !== this) run.codes = { font: this, text: this.#codesOf(run, rtl, marks) };
      return run.codes.text;
    }
    let memory = this.#marked.get(marks);
    if (!memory) this.#marked.set(marks, (memory = new WeakMap()));
    let codes = memory.get(run);
    if (codes === undefined) memory.set(run, (codes = this.#codesOf(run, rtl, marks)));
    return codes;
  }

  #codesOf(run: ShapedRun, rtl: boolean, marks: string): string {
    const number = !rtl && this.#numbers < MOST_NUMBERS ? arabicNumber(run) : undefined;
    if (number) {
      this.#numbers++;
      return twoBytes(this.#font.cid(number.glyphs, number.advance, marks + number.text));
    }
    let codes = '';
    let carry = 0;
    let before = '';
    for (const cluster of run.clusters) {
      // A width cannot be negative in hmtx: it is taken from the slot that follows.
      const moved = carry === 0 && cluster.advance >= 0 ? cluster : movedBy(cluster, carry);
      carry = Math.min(0, cluster.advance + carry);
      // Signs and the vowel signs beside them are alike to PDFium, which then leaves them in visual order.
      const parted = rtl && /[^\p{L}\p{M}\u200e\u200f]$/u.test(before) && /\p{M}$/u.test(cluster.text);
      if (parted) codes += this.blank(0, RLM);
      const slots = this.#slots(moved, rtl, codes ? '' : marks);
      before = cluster.text;
      codes += slots;
    }
    return codes;
  }

  /** A code that shows nothing, `advance` font units wide, and reads as `text`. */
  blank(advance: number, text: string): string {
    const last = this.#blank;
    if (last.advance === advance && last.text === text && last.code) return last.code;
    let widths = this.#blanks.get(text);
    if (!widths) this.#blanks.set(text, (widths = new Map()));
    let code = widths.get(advance);
    if (code === undefined) widths.set(advance, (code = twoBytes(this.#font.cid([], advance, text))));
    this.#blank = { advance, text, code };
    return code;
  }

  /** What codes read as. */
  textOf(codes: string): string {
    const bytes = unescaped(codes);
    let text = '';
    for (let at = 0; at < bytes.length; at += 2)
      text += this.#font.slots[(bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1)]?.text ?? '';
    return text;
  }

  #slots(cluster: Cluster, rtl: boolean, marks: string): string {
    let key = `${cluster.advance}|${rtl}|${marks}|${cluster.text}`;
    for (const [gid, dx, dy] of cluster.glyphs) key += `|${gid},${dx},${dy}`;
    let slots = this.#clusters.get(key);
    if (slots === undefined) this.#clusters.set(key, (slots = this.#newSlots(cluster, rtl, marks)));
    return slots;
  }

  #newSlots(cluster: Cluster, rtl: boolean, marks: string): string {
    const logical = [...cluster.text];
    const visual = rtl ? logical.reverse() : logical;
    const outline = rtl ? visual.length - 1 : 0;
    const letters = visual.filter((character) => !/\p{M}/u.test(character)).length;
    let seen = 0;
    let pen = 0;
    return visual
      .map((character, at) => {
        const counts = letters === 0 ? true : !/\p{M}/u.test(character);
        if (counts) seen++;
        const end = Math.round((cluster.advance * seen) / (letters || visual.length));
        const glyphs = at === outline ? cluster.glyphs.map(([gid, dx, dy]) => [gid, dx - pen, dy] as const) : [];
        const cid = this.#font.cid(glyphs, end - pen, at === 0 ? marks + character : character);
        pen = end;
        return twoBytes(cid);
      })
      .join('');
  }

  end(): void {
    const { face, slots } = this.#font;
    const doc = this.#doc;
    const scale = 1000 / face.unitsPerEm;
    const data = this.#font.build();
    const file = doc.ref({ Length1: data.length });
    file.end(data);
    const name = `${this.id === 'FB' ? 'WRQBLD' : 'WRQREG'}+${face.postScriptName}`;
    // ISO 19005-1 6.3.5: a bit for each code that the font has, which is every one of them.
    const set = doc.ref({});
    const bits = Buffer.alloc(Math.ceil(slots.length / 8), 0xff);
    bits[bits.length - 1] = 0xff << ((8 - (slots.length % 8)) % 8);
    set.end(bits);
    const descriptor = doc.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: face.box.map((value) => value * scale),
      ItalicAngle: 0,
      Ascent: face.ascent * scale,
      Descent: face.descent * scale,
      CapHeight: face.capHeight * scale,
      StemV: 80,
      FontFile2: file,
      CIDSet: set,
    });
    descriptor.end();
    const widths = slots.map((slot) => Math.round(Math.max(0, slot.advance) * scale * 1000) / 1000);
    const descendant = doc.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, widths],
      DW: 1000,
      CIDToGIDMap: 'Identity',
    });
    descendant.end();
    const map = doc.ref({});
    map.end(toUnicode(slots));
    this.ref.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: map,
    };
    this.ref.end();
  }
}

const movedBy = ({ text, glyphs, advance }: Cluster, by: number): Cluster => ({
  text,
  glyphs: glyphs.map(([gid, dx, dy]) => [gid, dx + by, dy] as const),
  advance: Math.max(0, advance + by),
});

const twoBytes = (code: number): string => literal(String.fromCharCode(code >> 8, code & 0xff));
