// Plain text: bytes in, an article out. The bytes themselves are kept elsewhere, untouched.
import { Failure } from '#contract/errors.ts';
import type { RulePack } from '#contract/rules.ts';
import { decode } from './decode.ts';
import { type Article, readText } from './formats/text.ts';
import { isBinary } from './identify.ts';
import { MAX_BYTES, MAX_LINE } from './limits.ts';
import { longestLine } from './lines.ts';
import type { ChosenColumns } from './records.ts';
import { rulesFor } from './rules/packs.ts';
import type { PictureSource } from './pictures.ts';

/** `part` is its place inside the input, when the input holds many. */
export type CapturedArticle = Article & { encoding?: string; mediaType: string; part?: string };
export type CaptureInput = {
  bytes: Uint8Array;
  path: string;
  format?: string | undefined;
  encoding?: string | undefined;
  repair?: boolean | undefined;
  /** Pictures that lie beside the file. */
  beside?: PictureSource | undefined;
  /** Which column or key holds what, as a person chose. */
  columns?: ChosenColumns | undefined;
  /** Rules of outlets. */
  packs?: readonly RulePack[] | undefined;
};

const nothingVisible = /^[\s\p{C}\p{M}]*$/u;

/** Throws capture.too-large, empty, binary, unknown-encoding, invalid-encoding, line-too-long. */
export function capture({ bytes, path, encoding, repair, packs = [] }: CaptureInput): CapturedArticle[] {
  if (bytes.length > MAX_BYTES) {
    throw new Failure('capture.too-large', { path, megabytes: Math.ceil(bytes.length / 1e6), limit: MAX_BYTES / 1e6 });
  }
  if (bytes.length === 0) throw new Failure('capture.empty', { path });
  if (isBinary(bytes)) throw new Failure('capture.binary', { path });
  const decoded = decode(bytes, path, encoding, { repair });
  if (nothingVisible.test(decoded.text)) throw new Failure('capture.empty', { path });
  const longest = longestLine(decoded.text);
  if (longest > MAX_LINE) throw new Failure('capture.line-too-long', { path, characters: longest, limit: MAX_LINE });
  const article = readText(decoded.text, rulesFor(packs, { text: decoded.text }));
  if (article.title === '') throw new Failure('capture.empty', { path });
  const provenance = { ...article.provenance, encoding: decoded.record };
  return [{ ...article, provenance, encoding: decoded.encoding, mediaType: 'text/plain' }];
}
