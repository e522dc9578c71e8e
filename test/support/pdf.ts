// PDFs made for a test, and read back by readers that share no code with what made them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import * as mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ExportOptions } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import type { ExportContext } from '#core/export/format.types.ts';
import { writeBook } from '#core/export/pdf/document.ts';
import { distance } from './distance.ts';

const options: ExportOptions = { digits: 'arab', size: 'a4', language: 'ar' };

type Made = { bytes: Buffer; items: number; pages: number; missing: string[] };

export async function pdfOf(articles: Item[], more: Partial<ExportOptions> = {}, context: Partial<ExportContext> = {}): Promise<Made> {
  let items = 0;
  let pages = 0;
  const missing: string[] = [];
  async function* read() {
    yield* articles;
  }
  const onItem = (set: number): void => {
    items += 1;
    pages += set;
  };
  const heard = { onItem, onMissing: (character: string) => void missing.push(character) };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeBook(read(), {
    options: { ...options, ...more },
    signal: undefined,
    now: new Date(0),
    ...heard,
    ...context,
  }))
    chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), items, pages, missing };
}

/** Without invisible marks of direction, spaces made one. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Levenshtein distance; `within`: to that part of `read` which comes nearest. */
export function edits(wanted: string, read: string, within = false): number {
  if (!within) return distance(wanted, read);
  let row = new Uint32Array(read.length + 1);
  let next = new Uint32Array(read.length + 1);
  for (let i = 1; i <= wanted.length; i++) {
    const unit = wanted.charCodeAt(i - 1);
    next[0] = i;
    for (let j = 1; j <= read.length; j++) {
      const replaced = row[j - 1]! + (unit === read.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, replaced);
    }
    [row, next] = [next, row];
  }
  return row.reduce((least, one) => Math.min(least, one));
}
export const errorRate = (wanted: string, read: string): number => edits(wanted, read) / wanted.length;

/** The text of the pages; `head` is left out, and their numbers. */
export type Reader = (bytes: Buffer, head: string) => Promise<string>;

/** The head with or without its spaces. */
const loose = (head: string): RegExp =>
  new RegExp([...head].map((one) => (one === ' ' ? ' ?' : `\\u{${one.codePointAt(0)!.toString(16)}}`)).join(''), 'u');

const textOf = (pages: readonly string[], head: string): string =>
  plain(
    pages
      .map((page) => plain(page).replace(loose(head), '').trim())
      .map((page) => page.replace(/^[٠-٩]+ |^[٠-٩]+(?=\D)| ?[٠-٩]+$/, ''))
      .join(' '),
  );

export const byMupdf: Reader = async (bytes, head) => {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  const pages = Array.from({ length: document.countPages() }, (_, at) =>
    document.loadPage(at).toStructuredText('preserve-whitespace').asText(),
  );
  return textOf(pages, head);
};

export const byPdfjs: Reader = async (bytes, head) => {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= document.numPages; at++) {
    const { items } = await (await document.getPage(at)).getTextContent();
    pages.push(items.map((part) => ('str' in part ? part.str + (part.hasEOL ? ' ' : '') : '')).join(''));
  }
  return textOf(pages, head);
};

let pdfium: Promise<PDFiumLibrary> | undefined;

/** What Chromium's viewer finds. */
export const byPdfium: Reader = async (bytes, head) => {
  pdfium ??= PDFiumLibrary.init();
  const document = await (await pdfium).loadDocument(bytes);
  const pages = Array.from(document.pages(), (page) => page.getText());
  document.destroy();
  return textOf(pages, head);
};

const runs = (command: string, ...given: string[]): boolean => {
  try {
    execFileSync(command, given, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export const hasPoppler = runs('pdftotext', '-v');

function withFiles<T>(files: readonly Buffer[], work: (paths: string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-pdf-'));
  try {
    const paths = files.map((bytes, at) => {
      const path = join(folder, `${at}.pdf`);
      writeFileSync(path, bytes);
      return path;
    });
    return work(paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const byPoppler: Reader = async (bytes, head) =>
  withFiles([bytes], ([file = '']) => textOf(pagesOf(execFileSync('pdftotext', [file, '-'], ROOM)), head));

const ROOM = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
const pagesOf = (text: string): string[] => text.split('\f').slice(0, -1);

/** PDFBox 2 with what it needs, where Debian puts them. */
const PDFBOX = ['pdfbox2', 'fontbox2', 'commons-logging'].map((name) => `/usr/share/java/${name}.jar`);
export const hasPdfbox = PDFBOX.every((path) => existsSync(path)) && runs('javac', '-version');

/** All files in one go: Java is long to start. */
export const byPdfbox = async (files: readonly Buffer[], head: string): Promise<string[]> =>
  withFiles(files, (paths) => {
    const source = join(import.meta.dirname, 'PdfBoxText.java');
    const text = execFileSync('java', ['-Xmx512m', '-cp', PDFBOX.join(':'), source, ...paths], {
      ...ROOM,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text
      .split('\u0001')
      .slice(0, -1)
      .map((one) => textOf(pagesOf(one), head));
  });
