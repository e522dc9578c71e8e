// Electronic mail (RFC 5322): one message, the attachments named.
import PostalMime, { type Email } from 'postal-mime';
import { findDate } from '../../arabic/dates.ts';
import { isFailure } from '#contract/errors.ts';
import type { Block } from '#contract/item.ts';
import { decode } from '../decode.ts';
import { oneLine } from '../legible.ts';
import { foldedWords } from '../lines.ts';
import { sortBlocks } from '../markup/article-blocks.ts';
import { placedBlocksOf } from '../markup/blocks.ts';
import { parsePage } from '../markup/dom.ts';
import { blocksOfWrapped } from '../markup/plain-blocks.ts';
import { extensionOf } from '../recognise-format.ts';
import type { Draft, Found, Open, Source } from './format.types.ts';
import { captureFormats } from './registry.ts';

/** RFC 5322 has no limit; beyond this a message is a trap. */
const bounds = { maxNestingDepth: 50, maxHeadersSize: 1 << 20, forceRfc822Attachments: true };

export const read = (source: Source, open: Open): Promise<Found[]> => readMessage(source, open);

export const parseMessage = (bytes: Uint8Array): Promise<Email> => PostalMime.parse(bytes, bounds);

/** The message, then each attached file that is an article of its own. */
export async function readMessage({ bytes: whole, path, encoding, depth }: Source, open: Open): Promise<Found[]> {
  const bytes = messageIn(whole);
  const mail = await parseMessage(bytes);
  const { subject, from, date, text, html } = mail;
  const files = mail.attachments.filter((one) => one.disposition === 'attachment' || isMessage(one));
  const names = files.map((one) => one.filename ?? one.mimeType);
  const header = headerOf(bytes, path, encoding);
  const said = header?.('date') ?? date;
  const attached: Found[] = [];
  for (const one of files) {
    const name = one.filename ?? (isMessage(one) ? 'message.eml' : '');
    const content = typeof one.content === 'string' ? new TextEncoder().encode(one.content) : new Uint8Array(one.content);
    if (isKnown(name)) attached.push(...(await openAttached({ bytes: content, path: `${path}/${name}`, depth: depth + 1 }, name, open)));
  }
  const title = isSound(subject) ? subject : (header?.('subject') ?? subject);
  const { body, removed } = bodyOf(text, html, title ?? '');
  const isRepeated = body.length > 1 && oneLine(body[0]!.text) === oneLine(title ?? '');
  const message: Draft = {
    title,
    body: isRepeated ? body.slice(1) : body,
    removed: [...(isRepeated ? [{ text: body[0]!.text, rule: 'repeated' }] : []), ...removed],
    creators: [from?.name || from?.address || ''],
    published: said !== undefined && findDate(said) ? said : date,
    notes: names.join('\n'),
    wordless: names.length > 0,
  };
  return [message, ...attached];
}

/** A message in both: its words parted by marks and links are better than the same words wrapped at one width. */
const COMPLETE = 0.8;

/** The part to read. Senders without a text of their own write a line and an address into the plain part. */
function bodyOf(text: string | undefined, html: string | undefined, title: string): { body: Block[]; removed: Removed } {
  const plain = text?.trim() ? blocksOfWrapped(text) : [];
  if (!html?.trim()) return { body: plain, removed: [] };
  const page = parsePage(html).documentElement;
  const sorted = sortBlocks(placedBlocksOf(page), page, undefined, { title, creators: [] });
  const words = new Set(sorted.body.flatMap((block) => wordsOf(block.text)));
  const own = plain.flatMap((block) => wordsOf(block.text));
  const met = own.filter((word) => words.has(word)).length;
  const isWhole = words.size > 0 && (met >= own.length * COMPLETE || words.size > 2 * new Set(own).size);
  return isWhole ? sorted : { body: plain, removed: [] };
}

type Removed = NonNullable<Draft['removed']>;
const address = /\S+(?::\/\/|@)\S+|<[^>]*>/gu;
const wordsOf = (text: string): string[] => foldedWords(text.replace(address, ' '));

/** Apple's Mail puts the length of a message before it, and what it knows of it behind. */
function messageIn(bytes: Uint8Array): Uint8Array {
  const [line = '', length] = /^(\d{1,10})[ \t]*\r?\n/.exec(Buffer.from(bytes.subarray(0, 32)).toString('latin1')) ?? [];
  return length === undefined ? bytes : bytes.subarray(line.length, line.length + Number(length));
}

/** One that was forwarded whole. */
const isMessage = ({ mimeType }: { mimeType: string }): boolean => mimeType === 'message/rfc822';

const isKnown = (name: string): boolean => captureFormats.some(({ extensions }) => extensions.includes(extensionOf(name)));

/** What is attached and cannot be read is named in the message's notes all the same. */
async function openAttached(source: Source, name: string, open: Open): Promise<Found[]> {
  try {
    return (await open(source)).map((one) => ({ ...one, part: one.part === undefined ? name : `${name}/${one.part}` }));
  } catch (error) {
    if (isFailure(error)) return [{ part: name, failure: error }];
    throw error;
  }
}

const isSound = (text: string | undefined): boolean => text !== undefined && !text.includes('\uFFFD');

/** Fields that were written without encoding their letters, as old mailers did. */
function headerOf(bytes: Uint8Array, path: string, encoding?: string): ((name: string) => string | undefined) | undefined {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536))
    .toString('latin1')
    .search(/\r?\n\r?\n/);
  if (end <= 0) return undefined;
  try {
    const fields = decode(bytes.subarray(0, end), path, encoding).text.replace(/\r?\n[ \t]+/g, ' ');
    return (name) => new RegExp(`^${name}:[ \\t]*(.+)$`, 'im').exec(fields)?.[1]?.trim();
  } catch (error) {
    if (isFailure(error)) return undefined;
    throw error;
  }
}
