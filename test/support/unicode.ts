// The conformance tests of Unicode 15.0: a share of their rows in every run, all of them with WARRAQ_CONFORMANCE=full.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const STRIDE = process.env['WARRAQ_CONFORMANCE'] === 'full' ? 1 : 16;

/** Rows without comments. */
export const rowsOf = (name: string): string[] =>
  brotliDecompressSync(readFileSync(`test/fixtures/unicode-15.0/${name}.txt.br`))
    .toString('utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'));

/** Every sixteenth, or all. */
export const inShare = (at: number): boolean => at % STRIDE === 0;

export const textOf = (codes: string): string => String.fromCodePoint(...codes.split(' ').map((code) => Number.parseInt(code, 16)));
