// Which format an input is in: by its first bytes, then by its name, then by its first words.
import { isCompoundFile } from './containers/compound-file.ts';
import { isTar } from './containers/tar.ts';
import { decode } from './decode.ts';
import { captureFormats } from './formats/registry.ts';
import { isBinary } from './identify.ts';
import { MAX_BYTES, MAX_CONTAINER_BYTES } from './limits.ts';
import { mappingOf } from './records.ts';

const LOOKED_AT = 4096;

/** The id of a format; plain text when nothing speaks for another. */
export function recogniseFormat(bytes: Uint8Array, path: string): string {
  const head = headOf(bytes);
  const byMagic = magicOf(head, bytes, extensionOf(path));
  if (byMagic) return byMagic;
  const named = captureFormats.find(({ extensions }) => extensions.includes(extensionOf(path)))?.id;
  if (named === 'text') return isPage(head) ? 'html' : isTable(head, bytes) ? 'table' : isEndNote(head) ? 'enw' : 'text';
  if (named === 'rdf') return isNewsFeed(head) ? 'feed' : named;
  // Pages and texts are named like documents of Word, so that it opens them.
  if (named === 'doc' && !isBinary(bytes)) return byWords(head) ?? 'text';
  if (named === undefined || named === 'html' || named === 'json' || named === 'feed') return byWords(head) ?? named ?? 'text';
  return named;
}

/** Bytes that a file of this name may have: those that hold others may be larger. */
export const limitOf = (path: string): number =>
  captureFormats.some(({ extensions, binary }) => binary && extensions.includes(extensionOf(path))) ? MAX_CONTAINER_BYTES : MAX_BYTES;

export const extensionOf = (path: string): string => /\.[^./\\]{1,12}$/.exec(path)?.[0].toLowerCase() ?? '';

/** Latin letters of the beginning, whatever the encoding: marks and the zero bytes of UTF-16 are left out. */
const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, LOOKED_AT))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();

function magicOf(head: string, bytes: Uint8Array, extension: string): string | undefined {
  if (/^%PDF-\d/.test(head)) return 'pdf';
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return zipKind(head, bytes, extension);
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (isCompoundFile(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(WORD)) return 'doc';
  if (head.startsWith('bplist00')) return 'webarchive';
  if (/^WARC\/\d/.test(head)) return 'warc';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8) return 'gzip';
  if (isTar(bytes)) return 'tar';
  if (/^\d{5}[a-z].{14}4500/.test(head)) return 'marc';
  return undefined;
}

/** The name of the stream that holds a document of old Word: files of old Excel and Outlook look the same otherwise. */
const WORD = Buffer.from('WordDocument', 'utf16le');

/** Office formats are zip archives that say what they are in their first entry, or by the names in them. */
function zipKind(head: string, bytes: Uint8Array, extension: string): string {
  if (head.includes('mimetypeapplication/epub+zip')) return 'epub';
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  const named = (
    { '.docx': 'docx', '.docm': 'docx', '.dotx': 'docx', '.xlsx': 'xlsx', '.xlsm': 'xlsx', '.epub': 'epub', '.odt': 'odt' } as Record<
      string,
      string
    >
  )[extension];
  if (named) return named;
  const names = listedNames(bytes);
  if (names.has('[Content_Types].xml')) return names.has('xl/workbook.xml') ? 'xlsx' : names.has('word/document.xml') ? 'docx' : 'zip';
  return 'zip';
}

/**
 * Names in the archive's own list (APPNOTE 4.3.12), as far as it can be followed. What merely looks like one may be of an
 * archive within it that is stored as it is.
 */
function listedNames(bytes: Uint8Array): ReadonlySet<string> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const names = new Set<string>();
  const end = view.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 20 > view.length) return names;
  const isEntry = (at: number): boolean => at + 46 <= view.length && view.readUInt32LE(at) === 0x02014b50;
  for (let at = view.readUInt32LE(end + 16); isEntry(at); ) {
    const length = view.readUInt16LE(at + 28);
    names.add(view.toString('latin1', at + 46, at + 46 + length));
    at += 46 + length + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return names;
}

/** Its exports are named as texts too. */
const isEndNote = (head: string): boolean => /^%0 \S[^\n]*\n%[0-9A-Z!?@] /.test(head);

const isPage = (head: string): boolean => /^(?:<!--[\s\S]{0,3000}?-->\s*)*<(?:!doctype html|html[\s>])/i.test(head);

/** RSS 1.0 is RDF; Zotero's RDF knows some of its modules. */
const isNewsFeed = (head: string): boolean => /["']http:\/\/purl\.org\/rss\/[\d.]+\/["']/.test(head);

/** HTML has an element of that name too. */
const isJournalArticle = (head: string): boolean => /<front[\s>]|<journal-meta|\bdtd-version=|article-type=/i.test(head);

/** «Unicode text» of spreadsheets: the first line names a title and a text between its tabs. */
function isTable(head: string, bytes: Uint8Array): boolean {
  if ((head.split('\n', 1)[0]!.match(/\t/g)?.length ?? 0) === 0) return false;
  const [first = ''] = decode(bytes.subarray(0, LOOKED_AT), '').text.split(/\r?\n/, 1);
  const mapping = mappingOf(first.split('\t').map((name) => name.trim().replace(/^"(.*)"$/, '$1')));
  return mapping?.has('title') === true && mapping.has('body');
}

const roots: Record<string, string> = {
  rss: 'feed',
  feed: 'feed',
  RDF: 'rdf',
  mods: 'mods',
  modsCollection: 'mods',
  record: 'marcxml',
  collection: 'marcxml',
  plist: 'webarchive',
  document: 'odt',
  TEI: 'tei',
  'TEI.2': 'tei',
  teiCorpus: 'tei',
  html: 'html',
};

function byWords(head: string): string | undefined {
  if (isPage(head)) return /<!DOCTYPE NETSCAPE-Bookmark/i.test(head) ? 'bookmarks' : 'html';
  if (/^<!DOCTYPE NETSCAPE-Bookmark/i.test(head)) return 'bookmarks';
  if (head.startsWith('<')) {
    const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]/.exec(head.replace(/<[?!][^>]*>/g, ''))?.[1];
    if (root === 'RDF' && isNewsFeed(head)) return 'feed';
    if (root === 'article' && isJournalArticle(head)) return 'jats';
    return (root && roots[root]) ?? 'html';
  }
  if (/^From \S.*\d{4}\s*$/m.test(head.split('\n', 1)[0]!)) return 'mbox';
  if (/^TY {2}- /.test(head)) return 'ris';
  if (isEndNote(head)) return 'enw';
  if (/^(?:%[^\n]*\n\s*)*@[a-z]+\s*\{/i.test(head)) return 'bibtex';
  if (/^[[{]/.test(head)) return /^\s*\{[^\n]*\}\s*\n\s*\{/.test(head) ? 'jsonl' : 'json';
  if (isMail(head))
    return /^content-type:\s*multipart\/related/im.test(head) && /^(?:snapshot-content-location|from: <?saved by)/im.test(head)
      ? 'mhtml'
      : 'eml';
  return undefined;
}

function isMail(head: string): boolean {
  const fields = /^(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/.exec(head)?.[0] ?? '';
  return /^(?:mime-version|received|message-id|return-path|snapshot-content-location):/im.test(fields);
}
