// Made to PDF/A-2u and PDF/UA-1: our own lint finds nothing, and finds what is broken on purpose. qpdf and PDFBox, where installed, agree.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { itemSchema } from '#contract/item.ts';
import { pdfOf } from '../support/pdf.ts';
import { samples } from '../samples/pages.ts';
import { complaintsOf } from '../support/pdf-lint.ts';

const mixed = itemSchema.parse(JSON.parse(readFileSync('test/fixtures/mixed/item.json', 'utf8')));
const kinds = itemSchema.parse({
  ...mixed,
  title: 'أنواع <و> & «علامات»',
  body: ['heading', 'quote', 'list-item', 'verse', 'caption'].map((kind) => ({ kind, text: 'كلام قصير *** وكلام قصير 漢' })),
});

let book: Buffer;
/** The same with its objects one by one and open. */
let unpacked: Buffer;
beforeAll(async () => {
  ({ bytes: book } = await pdfOf([mixed, kinds, { ...mixed, language: 'en', title: 'Latin' }]));
  const document = mupdf.Document.openDocument(book, 'application/pdf').asPDF()!;
  unpacked = Buffer.from(document.saveToBuffer('decompress').asUint8Array());
});

describe('the lint', () => {
  test('finds nothing in a book, nor in an empty one', async () => {
    expect(complaintsOf(book)).toEqual([]);
    expect(complaintsOf((await pdfOf([])).bytes)).toEqual([]);
  });

  /** The file with one name changed for another of its length. */
  const broken = (from: string, to: string): Buffer => {
    expect(unpacked.includes(from)).toBe(true);
    return Buffer.from(unpacked.toString('latin1').replaceAll(from, to), 'latin1');
  };
  test.each([
    ['/MarkInfo', '/MarkInfX', 'UA 7.1: not marked'],
    ['/OutputIntents', '/OutputIntentX', 'A-2 6.2.3: no output intent'],
    ['/CIDToGIDMap', '/CIDToGIDMaX', 'has no CIDToGIDMap'],
    ['/StructParents', '/StructParentX', 'no StructParents'],
    ['<pdfuaid:part>1<', '<pdfuaid:part>3<', 'pdfuaid'],
    ['/FontFile2', '/FontFileX', 'is not embedded'],
  ])('finds %s missing', (from, to, complaint) => expect(complaintsOf(broken(from, to)).join('\n')).toContain(complaint));
});

const hasQpdf = ((): boolean => {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasQpdf)('qpdf finds nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-qpdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), book);
    expect(execFileSync('qpdf', ['--check', join(folder, 'a.pdf')], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Debian's PDFBox, with what it needs of older Java; named by hand where it lies elsewhere. */
const preflight = ((): string | undefined => {
  const folder = '/usr/share/java';
  const needed = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'commons-io', 'javax.activation', 'jaxb-api'];
  const path = process.env['WARRAQ_PREFLIGHT'] ?? needed.map((name) => join(folder, `${name}.jar`)).join(':');
  return path.split(':').every((file) => existsSync(file)) ? path : undefined;
})();

test.skipIf(!preflight)(
  'PDFBox Preflight finds the profile A-1b valid',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warraq-preflight-'));
    try {
      const file = join(folder, 'a.pdf');
      const items = samples.map((sample) => sample.item);
      writeFileSync(file, (await pdfOf(items, { profile: 'a-1b' })).bytes);
      const { stdout } = spawnSync('java', ['-cp', preflight!, 'org.apache.pdfbox.preflight.Validator_A1b', file], { encoding: 'utf8' });
      expect(stdout).toContain('is a valid PDF/A-1b file');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  300_000,
);
