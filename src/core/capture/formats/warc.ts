// WARC 1.1 (ISO 28500): the pages among the responses of a crawl. Each is an article.
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { isFailure } from '#contract/errors.ts';
import { decodeDeclared } from '../declared.ts';
import { MAX_BYTES } from '../limits.ts';
import type { PictureSource } from '../pictures.ts';
import { readPage } from './html.ts';
import type { Found, Source } from './format.types.ts';

type Message = { readonly fields: ReadonlyMap<string, string>; readonly first: string; readonly body: Buffer };

export const read = ({ bytes, path, encoding, packs }: Source): Found[] => {
  const found: Found[] = [];
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const pictures = picturesOf(all);
  for (const record of recordsOf(all)) {
    const url = urlOf(record);
    const page = bodyOf(record, isPage);
    if (!page) continue;
    const part = url ?? String(found.length + 1);
    try {
      const text = decodeDeclared(page.body, path, encoding, page.charset);
      found.push({
        ...readPage(text.text, { url, captured: record.fields.get('warc-date'), pictures, packs }),
        encoding: text.record,
        part,
      });
    } catch (error) {
      if (!isFailure(error)) throw error;
      found.push({ part, failure: error });
    }
  }
  return found;
};

function* recordsOf(all: Buffer): Generator<Message> {
  for (let at = all.indexOf('WARC/'); at !== -1; ) {
    const head = messageAt(all, at);
    if (!head) return;
    const length = Number(head.fields.get('content-length') ?? 0);
    const end = head.at + (Number.isSafeInteger(length) && length >= 0 ? length : 0);
    yield { fields: head.fields, first: head.first, body: all.subarray(head.at, end) };
    at = all.indexOf('WARC/', end);
  }
}

/** The fields that begin at `from`; `at` is where the body begins. */
function messageAt(all: Buffer, from: number): { fields: Map<string, string>; first: string; at: number } | undefined {
  const crlf = all.indexOf('\r\n\r\n', from);
  const lf = all.indexOf('\n\n', from);
  const end = crlf === -1 || (lf !== -1 && lf < crlf) ? lf : crlf;
  if (end === -1 || end - from > 65_536) return undefined;
  const [first = '', ...lines] = all
    .subarray(from, end)
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const fields = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  return { fields, first, at: end + (end === crlf ? 4 : 2) };
}

function bodyOf(record: Message, wanted: (type: string | undefined) => boolean): { body: Buffer; charset?: string } | undefined {
  const kind = record.fields.get('warc-type');
  if (kind === 'resource') return wanted(record.fields.get('content-type')) ? { body: record.body } : undefined;
  if (kind !== 'response') return undefined;
  const http = messageAt(record.body, 0);
  const type = http?.fields.get('content-type');
  if (!http || !wanted(type) || !/^HTTP\/\S+ 2/.test(http.first)) return undefined;
  const raw = record.body.subarray(http.at);
  const whole = /chunked/i.test(http.fields.get('transfer-encoding') ?? '') ? unchunked(raw) : raw;
  const charset = /charset=["']?([\w.:-]+)/i.exec(type ?? '')?.[1];
  return { body: unpacked(whole, http.fields.get('content-encoding')), ...(charset ? { charset } : {}) };
}

const urlOf = (record: Message): string | undefined => record.fields.get('warc-target-uri')?.replace(/^<|>$/g, '');

/** Where they stand is noted once; they are unpacked when a page shows them. */
function picturesOf(all: Buffer): PictureSource {
  let records: Map<string | undefined, Message> | undefined;
  return (address) => {
    records ??= new Map(
      [...recordsOf(all)].filter((one) => /^re(?:sponse|source)$/.test(one.fields.get('warc-type') ?? '')).map((one) => [urlOf(one), one]),
    );
    const record = records.get(address);
    const found = record && bodyOf(record, isPicture);
    return found && { bytes: found.body };
  };
}

const isPicture = (type: string | undefined): boolean => /^image\//i.test(type ?? '');

const isPage = (type: string | undefined): boolean => /^(?:text\/html|application\/xhtml)/i.test(type ?? '');

function unchunked(raw: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < raw.length; ) {
    const end = raw.indexOf('\r\n', at);
    const size = end === -1 ? Number.NaN : Number.parseInt(raw.subarray(at, end).toString('latin1'), 16);
    // Some crawlers keep the field and not the chunks.
    if (Number.isNaN(size)) return chunks.length === 0 ? raw : Buffer.concat(chunks);
    if (size === 0) break;
    chunks.push(raw.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  const unpack = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[encoding?.toLowerCase() ?? ''];
  try {
    return unpack ? unpack(body, { maxOutputLength: MAX_BYTES }) : body;
  } catch {
    return body;
  }
}
