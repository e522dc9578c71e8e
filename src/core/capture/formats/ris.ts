// RIS: a tag a line, a record from TY to ER.
import { decode } from '../decode.ts';
import { draftOfReference, partialDate, spokenName } from '../reference.ts';
import type { Draft, Source } from './format.types.ts';

type Fields = Map<string, string[]>;
const field = /^([A-Z][A-Z0-9]) {0,2}- ?(.*)$/;

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decode(bytes, path, encoding);
  return [...recordsOf(text)].map((fields, i) => ({ ...draftOf(fields), part: String(i + 1), encoding: found }));
};

function* recordsOf(text: string): Generator<Fields> {
  let fields: Fields | undefined;
  let last: string[] | undefined;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|[\r\n]/)) {
    const [, tag, value] = field.exec(line) ?? [];
    if (tag === 'TY') {
      if (fields) yield fields;
      fields = new Map();
    }
    if (tag === 'ER') {
      if (fields) yield fields;
      fields = undefined;
    } else if (tag && fields) {
      last = fields.get(tag) ?? [];
      last.push(value!.trim());
      fields.set(tag, last);
    } else if (fields && last && line.trim() !== '') last.push(`${last.pop() ?? ''} ${line.trim()}`);
  }
  if (fields) yield fields;
}

function draftOf(fields: Fields): Draft {
  const one = (...tags: string[]): string | undefined => tags.map((tag) => fields.get(tag)?.[0]).find(Boolean);
  const all = (...tags: string[]): string[] => tags.flatMap((tag) => fields.get(tag) ?? []);
  const [year, month, day] = (one('DA', 'PY', 'Y1') ?? '').split('/');
  const pages = [one('SP'), one('EP')].filter(Boolean).join('-');
  const name = (written: string): string => {
    const [family, given] = written.split(/[,،]\s*/);
    return spokenName(family, given);
  };
  return draftOfReference({
    title: one('TI', 'T1', 'CT', 'BT'),
    creators: all('AU', 'A1').map(name),
    container: one('JO', 'JF', 'T2', 'JA', 'J2'),
    publisher: one('PB'),
    date: partialDate(year?.trim(), month, day) ?? one('DA', 'PY', 'Y1'),
    url: one('UR', 'L1', 'LK'),
    tags: all('KW'),
    language: one('LA'),
    abstract: one('AB', 'N2'),
    notes: all('N1').join('\n'),
    rest: {
      type: one('TY'),
      volume: one('VL'),
      issue: one('IS'),
      page: pages,
      'publisher-place': one('CY'),
      editor: all('A2', 'ED').map(name).join('؛ '),
      ISBN: one('SN'),
      DOI: one('DO'),
    },
  });
}
