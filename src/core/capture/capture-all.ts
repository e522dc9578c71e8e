// identify → open → decode → read: bytes in, articles out, whatever the format. The bytes are kept elsewhere, untouched.
import { Failure, isFailure } from '#contract/errors.ts';
import { capture, type CapturedArticle, type CaptureInput } from './capture.ts';
import { finish } from './finish.ts';
import { type CaptureFormat, type Draft, type Found, isRefused, type Refused, type Source } from './formats/format.types.ts';
import { captureFormats } from './formats/registry.ts';
import type { Article } from './formats/text.ts';
import { isBinary } from './identify.ts';
import { legible, oneLine } from './legible.ts';
import { MAX_CONTAINER_BYTES, MAX_BYTES, MAX_DEPTH } from './limits.ts';
import { recogniseFormat } from './recognise-format.ts';

/** Throws capture.* when nothing of the input could be read; a part that could not be is among the results. */
export async function captureAll(input: CaptureInput): Promise<(CapturedArticle | Refused)[]> {
  const { format, repair: _, ...source } = input;
  const { path } = source;
  const id = format ?? recogniseFormat(source.bytes, path);
  // The most usual input takes the shortest way.
  if (id === 'text') return capture(input);
  const row = rowOf(id, path);
  const found = await openAs(row, { ...source, depth: 0 });
  const articles = found.map((one) => captured(one, path, row)).filter((one) => isRefused(one) || one.title !== '');
  if (articles.length === 0) throw new Failure('capture.empty', { path });
  return articles;
}

function rowOf(id: string, path: string): CaptureFormat {
  const row = captureFormats.find((one) => one.id === id);
  if (!row) throw new Failure('capture.unknown-format', { path, format: id });
  return row;
}

async function openAs(row: CaptureFormat, source: Source): Promise<Found[]> {
  const { bytes, path } = source;
  const limit = row.binary ? MAX_CONTAINER_BYTES : MAX_BYTES;
  if (bytes.length > limit) throw new Failure('capture.too-large', { path, megabytes: Math.ceil(bytes.length / 1e6), limit: limit / 1e6 });
  if (bytes.length === 0) throw new Failure('capture.empty', { path });
  if (!row.binary && isBinary(bytes)) throw new Failure('capture.binary', { path });
  const read = await row.load();
  try {
    const found = await read(source, (part) => openPart({ packs: source.packs, columns: source.columns, ...part }));
    const full = found.filter((one) => !isEmpty(one));
    if (full.length === 0) throw new Failure('capture.no-text', { path });
    return full;
  } catch (error) {
    if (isFailure(error)) throw error;
    // Readers meet every kind of broken file: what they trip over is a fault of the file until shown otherwise.
    throw new Failure('capture.damaged', { path, format: row.id }, { cause: error });
  }
}

async function openPart(part: Source): Promise<Found[]> {
  if (part.depth > MAX_DEPTH) throw new Failure('capture.nested', { path: part.path });
  const row = rowOf(recogniseFormat(part.bytes, part.path), part.path);
  return (await openAs(row, part)).map((one) => ('article' in one || isRefused(one) ? one : { format: row.id, ...one }));
}

const isEmpty = (found: Found): boolean => 'body' in found && !found.wordless && found.body.every((block) => block.text.trim() === '');

function captured(found: Found, path: string, { id, mediaType }: CaptureFormat): CapturedArticle | Refused {
  if (isRefused(found)) return found;
  const article = 'article' in found ? found.article : named(finish(found, found.format ?? id), path, found);
  const { part } = found;
  const encoding = typeof found.encoding === 'object' ? found.encoding.name : found.encoding;
  const provenance = { ...article.provenance, ...(found.part === undefined ? {} : { part: legible(found.part) }) };
  return { ...article, provenance, mediaType, ...(encoding === undefined ? {} : { encoding }), ...(part === undefined ? {} : { part }) };
}

/** A scan has no words: the name of its file stands in for a title, and a note says why. */
function named(article: Article, path: string, { wordless, part }: Draft): Article {
  if (article.title !== '' || !wordless) return article;
  const name = oneLine(
    (part ?? path)
      .split(/[\\/]/)
      .at(-1)!
      .replace(/\.\w{1,5}$/, ''),
  );
  return { ...article, title: name, titleDerived: true, notes: article.notes ?? NO_WORDS };
}

const NO_WORDS = 'لا نص في هذا الملف، فيه صور صفحات فقط.\nThere is no text in this file, only pictures of pages.';
