// identify → decode → read: bytes in, articles out. The bytes themselves are kept elsewhere, untouched.
import { Failure } from '#contract/errors.ts';
import { decode } from './decode.ts';
import { captureFormats } from './formats/registry.ts';
import type { Article } from './formats/text.ts';
import { isBinary } from './identify.ts';
import { MAX_BYTES, MAX_LINE } from './limits.ts';
import { longestLine } from './lines.ts';

export type CapturedArticle = Article & { encoding: string; mediaType: string };
export type CaptureInput = {
  bytes: Uint8Array;
  path: string;
  format?: string;
  encoding?: string | undefined;
  repair?: boolean | undefined;
};

const nothingVisible = /^[\s\p{C}\p{M}]*$/u;

/** Throws capture.unknown-format, too-large, empty, binary, unknown-encoding, invalid-encoding, line-too-long. */
export function capture({ bytes, path, format = 'text', encoding, repair }: CaptureInput): CapturedArticle[] {
  const reader = captureFormats.find((one) => one.id === format);
  if (!reader) throw new Failure('capture.unknown-format', { path, format });
  if (bytes.length > MAX_BYTES) {
    throw new Failure('capture.too-large', { path, megabytes: Math.ceil(bytes.length / 1e6), limit: MAX_BYTES / 1e6 });
  }
  if (bytes.length === 0) throw new Failure('capture.empty', { path });
  if (isBinary(bytes)) throw new Failure('capture.binary', { path });
  const decoded = decode(bytes, path, encoding, { repair });
  if (nothingVisible.test(decoded.text)) throw new Failure('capture.empty', { path });
  const longest = longestLine(decoded.text);
  if (longest > MAX_LINE) throw new Failure('capture.line-too-long', { path, characters: longest, limit: MAX_LINE });
  const articles = reader.read(decoded.text).filter((article) => article.title !== '');
  if (articles.length === 0) throw new Failure('capture.empty', { path });
  return articles.map((article) => ({
    ...article,
    provenance: { ...article.provenance, encoding: decoded.record },
    encoding: decoded.encoding,
    mediaType: reader.mediaType,
  }));
}
