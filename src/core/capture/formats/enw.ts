// EndNote's tagged export («Refer»): a tag a line, a record from %0 to the next one.
import { decode } from '../decode.ts';
import { draftOfReference, partialDate, spokenName } from '../reference.ts';
import type { Draft, Source } from './format.types.ts';

type Fields = Map<string, string[]>;
const field = /^%([0-9A-Z!?@$&(~*^+=#<>[\];]) ?(.*)$/;

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decode(bytes, path, encoding);
  return [...recordsOf(text)].map((fields, i) => ({ ...draftOf(fields), part: String(i + 1), encoding: found }));
};

function* recordsOf(text: string): Generator<Fields> {
  let fields: Fields = new Map();
  let last: string[] | undefined;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|[\r\n]/)) {
    const [, tag, value] = field.exec(line) ?? [];
    if (tag === '0' && fields.size > 0) {
      yield fields;
      fields = new Map();
    }
    if (tag) {
      last = fields.get(tag) ?? [];
      last.push(value!.trim());
      fields.set(tag, last);
    } else if (last && line.trim() !== '') last.push(`${last.pop() ?? ''} ${line.trim()}`.trim());
  }
  if (fields.size > 0) yield fields;
}

function draftOf(fields: Fields): Draft {
  const one = (...tags: string[]): string | undefined => tags.map((tag) => fields.get(tag)?.[0]).find(Boolean);
  const all = (...tags: string[]): string[] => tags.flatMap((tag) => fields.get(tag) ?? []);
  const name = (written: string): string => {
    const [family, given] = written.split(/[,،]\s*/);
    return spokenName(family, given);
  };
  const [day, year] = [one('8'), one('D')];
  return draftOfReference({
    title: one('T', '!'),
    creators: all('A').map(name),
    container: one('J', 'B', 'S'),
    publisher: one('I'),
    // The day is written in any way, and often without its year.
    date: day && /\d{4}/.test(day) ? day : (partialDate(year) ?? year),
    url: one('U'),
    tags: all('K'),
    language: one('G'),
    abstract: one('X'),
    notes: all('Z', 'O').join('\n'),
    rest: {
      type: one('0'),
      volume: one('V'),
      issue: one('N'),
      page: one('P'),
      'publisher-place': one('C'),
      editor: all('E', 'Y').map(name).join('؛ '),
      ISBN: one('@'),
      DOI: one('R'),
    },
  });
}
