// CSL-JSON and CSL-YAML: records of citation processors.
import { Failure } from '#contract/errors.ts';
import { decode } from '../decode.ts';
import { parseYaml } from '../markup/front-matter.ts';
import { draftOfReference, partialDate, spokenName } from '../reference.ts';
import type { Draft, Source } from './format.types.ts';

type Csl = Readonly<Record<string, unknown>>;

export const isCsl = (record: Csl): boolean =>
  'container-title' in record ||
  (isRecord(record['issued']) && 'title' in record) ||
  (Array.isArray(record['author']) && hasFamily(record['author'][0]));

const isRecord = (value: unknown): value is Csl => value !== null && typeof value === 'object' && !Array.isArray(value);
const hasFamily = (value: unknown): boolean => isRecord(value) && ('family' in value || 'literal' in value);

/** CSL-YAML: a list, or a list called «references». */
export const readYaml = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decode(bytes, path, encoding);
  const data = parseYaml(text.replace(/^\ufeff/, '').replace(/^---\r?\n|\r?\n(?:---|\.\.\.)\s*$/g, ''));
  const list = Array.isArray(data) ? data : isRecord(data) ? data['references'] : undefined;
  if (!Array.isArray(list)) throw new Failure('capture.damaged', { path, format: 'CSL-YAML' });
  return list.filter(isRecord).map((record, i) => ({ ...draftOfCsl(record), part: String(i + 1), encoding: found }));
};

export function draftOfCsl(record: Csl): Draft {
  const words = (name: string): string | undefined => {
    const value = Array.isArray(record[name]) ? record[name][0] : record[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/gu, ' ').trim() || undefined : undefined;
  };
  return draftOfReference({
    title: words('title'),
    creators: namesOf(record['author']),
    container: words('container-title'),
    publisher: words('publisher'),
    date: dateOf(record['issued']),
    url: words('URL'),
    tags: (words('keyword') ?? '').split(/[,،;؛]/),
    language: words('language'),
    abstract: words('abstract'),
    notes: words('note'),
    rest: {
      type: words('type'),
      volume: words('volume'),
      issue: words('issue'),
      page: words('page'),
      'publisher-place': words('publisher-place'),
      editor: namesOf(record['editor']).join('؛ '),
      ISBN: words('ISBN'),
      ISSN: words('ISSN'),
      DOI: words('DOI'),
    },
  });
}

const namesOf = (names: unknown): string[] =>
  (Array.isArray(names) ? names : []).filter(isRecord).map((name) => {
    const part = (key: string): string | undefined => (typeof name[key] === 'string' ? name[key] : undefined);
    return part('literal') ?? spokenName([part('non-dropping-particle'), part('family')].filter(Boolean).join(' '), part('given'));
  });

function dateOf(issued: unknown): string | undefined {
  const one: unknown = Array.isArray(issued) ? issued[0] : issued;
  if (typeof one === 'string') return one;
  if (!isRecord(one)) return undefined;
  const parts: unknown = one['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  if (Array.isArray(first)) return partialDate(first[0] as string, first[1] as string, first[2] as string);
  const text = one['raw'] ?? one['literal'];
  return typeof text === 'string' ? text : partialDate(one['year'] as string, one['month'] as string, one['day'] as string);
}
