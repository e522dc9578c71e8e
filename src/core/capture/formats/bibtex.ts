// BibTeX: entries with braced, quoted or bare values; @string names; the accents of TeX as letters.
import { decode } from '../decode.ts';
import { lettersOfTex } from '../markup/tex-letters.ts';
import { draftOfReference, partialDate, spokenName } from '../reference.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decode(bytes, path, encoding);
  return [...entriesOf(text)].map((entry, i) => ({ ...draftOf(entry), part: entry.key || String(i + 1), encoding: found }));
};

type Entry = { readonly type: string; readonly key: string; readonly fields: ReadonlyMap<string, string> };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function* entriesOf(text: string): Generator<Entry> {
  const names = new Map(months.map((month, i) => [month, String(i + 1)]));
  const start = /@([a-z]+)\s*[{(]/giy;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at)) {
    start.lastIndex = at;
    const type = start.exec(text)?.[1]?.toLowerCase();
    if (type === undefined || type === 'comment') {
      at++;
      continue;
    }
    const key = /[^,={}\s]*(?=\s*,)/y;
    key.lastIndex = skipSpace(text, start.lastIndex);
    const named = type === 'string' || type === 'preamble' ? '' : (key.exec(text)?.[0] ?? '');
    const { fields, end } = fieldsFrom(text, key.lastIndex || start.lastIndex, names);
    if (type === 'string') for (const [name, value] of fields) names.set(name, value);
    else if (type !== 'preamble' && fields.size > 0) yield { type, key: named, fields };
    at = Math.max(end, at + 1);
  }
}

const skipSpace = (text: string, at: number): number => {
  let place = at;
  while (place < text.length && /[\s,]/.test(text[place]!)) place++;
  return place;
};

function fieldsFrom(text: string, from: number, names: ReadonlyMap<string, string>): { fields: Map<string, string>; end: number } {
  const fields = new Map<string, string>();
  const name = /([\p{L}\p{N}_:.+-]{1,60})\s*=\s*/uy;
  let at = skipSpace(text, from);
  for (;;) {
    name.lastIndex = at;
    const found = name.exec(text);
    if (!found) return { fields, end: at };
    let value = '';
    at = name.lastIndex;
    for (;;) {
      const piece = pieceAt(text, at, names);
      value += piece.value;
      at = piece.end;
      const join = /\s*#\s*/y;
      join.lastIndex = at;
      if (!join.test(text)) break;
      at = join.lastIndex;
    }
    const key = found[1]!.toLowerCase();
    if (!fields.has(key)) fields.set(key, value.replace(/\s+/gu, ' ').trim());
    at = skipSpace(text, at);
  }
}

/** Braces within a value protect letters and are not shown. */
function pieceAt(text: string, at: number, names: ReadonlyMap<string, string>): { value: string; end: number } {
  const open = text[at];
  if (open !== '{' && open !== '"') {
    const bare = /[^\s,#{}"]*/y;
    bare.lastIndex = at;
    const word = bare.exec(text)![0];
    return { value: names.get(word.toLowerCase()) ?? word, end: bare.lastIndex };
  }
  let depth = 0;
  for (let end = at + 1; end < text.length; end++) {
    const sign = text[end];
    if (sign === '\\') end++;
    else if (sign === '{') depth++;
    else if ((sign === '}' && open === '{' && depth === 0) || (sign === '"' && open === '"' && depth === 0))
      return { value: shown(text.slice(at + 1, end)), end: end + 1 };
    else if (sign === '}') depth--;
  }
  return { value: shown(text.slice(at + 1)), end: text.length };
}

const shown = (value: string): string =>
  lettersOfTex(value)
    .replace(/\\([&%$#_{}])/g, '\0$1')
    .replace(/(?<!\0)[{}]/g, '')
    .replaceAll('\0', '')
    .replaceAll('~', ' ');

function draftOf({ type, fields }: Entry): Draft {
  const one = (...names: string[]): string | undefined => names.map((name) => fields.get(name)).find(Boolean);
  const people = (value: string | undefined): string[] =>
    (value ?? '').split(/\s+and\s+/i).map((written) => {
      const [family, given] = written.split(/[,،]\s*/);
      return given === undefined ? written.trim() : spokenName(family, given);
    });
  return draftOfReference({
    title: one('title'),
    creators: people(one('author')),
    container: one('journal', 'journaltitle', 'booktitle'),
    publisher: one('publisher', 'school', 'institution'),
    date: one('date') ?? partialDate(one('year'), monthOf(one('month')), one('day')) ?? one('year'),
    url: one('url'),
    tags: (one('keywords') ?? '').split(/[,،;؛]/),
    language: one('language', 'langid'),
    abstract: one('abstract'),
    notes: one('note', 'annote'),
    rest: {
      type,
      volume: one('volume'),
      issue: one('number', 'issue'),
      page: one('pages')?.replaceAll('--', '-'),
      'publisher-place': one('address', 'location'),
      editor: people(one('editor')).filter(Boolean).join('؛ '),
      ISBN: one('isbn'),
      ISSN: one('issn'),
      DOI: one('doi'),
    },
  });
}

function monthOf(month: string | undefined): string | undefined {
  const at = months.indexOf(month?.slice(0, 3).toLowerCase() ?? '');
  return at === -1 ? month : String(at + 1);
}
