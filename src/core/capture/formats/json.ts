// JSON of many kinds: lists of articles, JSON Feed, CSL-JSON, Zotero's items, records of this archive; a record a line.
import { Failure } from '#contract/errors.ts';
import { RECORD_SCHEMA } from '#contract/item.ts';
import { decode } from '../decode.ts';
import { type ChosenColumns, checkChosen, draftOfRecord, mappingOf, withTexts } from '../records.ts';
import { draftOfCsl, isCsl } from './csl.ts';
import { draftOfZotero, isZotero } from './zotero-json.ts';
import { wrongTypes } from '../field-types.ts';
import { type Draft, isRefused, type Refused, type Source } from './format.types.ts';

type Record_ = Readonly<Record<string, unknown>>;

export const read = ({ bytes, path, encoding, columns }: Source): (Draft | Refused)[] => {
  const { text, record: found } = decode(bytes, path, encoding);
  const data = parse(text.replace(/^\ufeff/, ''), path);
  return draftsOf(recordsIn(data, columns), data, path, columns).map((one) => (isRefused(one) ? one : { ...one, encoding: found }));
};

export const readLines = ({ bytes, path, encoding, columns }: Source): (Draft | Refused)[] => {
  const { text, record: found } = decode(bytes, path, encoding);
  const drafts = draftsOf(recordsInLines(text, path), undefined, path, columns);
  return drafts.map((one) => (isRefused(one) ? one : { ...one, encoding: found }));
};

export function recordsInLines(text: string, path: string): Record_[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  return lines.map((line) => parse(line, path)).filter(isRecord);
}

/** Records of a whole text. */
export const recordsInText = (text: string, path: string): Record_[] => recordsIn(parse(text.replace(/^\ufeff/, ''), path));

/** Deeper data is a trap; no list of articles is. */
const DEEPEST = 200;

function parse(text: string, path: string): unknown {
  try {
    if (depthOf(text) > DEEPEST) throw new RangeError('too deep');
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Failure('capture.damaged', { path, format: 'JSON' }, { cause });
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) for (at++; at < text.length && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++;
    if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (code === 93 || code === 125) depth--;
  }
  return deepest;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isRecord = (value: unknown): value is Record_ => value !== null && typeof value === 'object' && !Array.isArray(value);
const lists = [
  'items',
  'articles',
  'data',
  'results',
  'records',
  'posts',
  'entries',
  'documents',
  'news',
  'docs',
  'hits',
  'rows',
  'list',
  'stories',
  'messages',
  'value',
];

/** So many wrappings are looked into. */
const WRAPPED = 3;

const isListIn = ([data, found]: readonly [Record_, readonly Record_[]]): boolean => found.length > 0 && found[0] !== data;

/** A list, a list under a name, or one record alone. */
function recordsIn(data: unknown, chosen: ChosenColumns = {}, deep = WRAPPED): Record_[] {
  if (Array.isArray(data))
    return data.filter(isRecord).flatMap((one) => (Array.isArray(one['items']) ? one['items'].filter(isRecord) : [one]));
  if (!isRecord(data)) return [];
  const name = lists.find((one) => Array.isArray(data[one]) && (data[one] as unknown[]).some(isRecord));
  if (name) return (data[name] as unknown[]).filter(isRecord);
  if (mappingOf(Object.keys(data), chosen)) return [data];
  const inner = Object.values(data).filter(isRecord);
  // What services answer with is wrapped: `{"response": {"docs": […]}}`.
  const within = deep > 0 ? inner.map((one) => [one, recordsIn(one, chosen, deep - 1)] as const).find(isListIn)?.[1] : undefined;
  if (within?.some((one) => mappingOf(Object.keys(one), chosen))) return within;
  return inner.length > 0 && inner.every((one) => mappingOf(Object.keys(one), chosen)) ? inner : [data];
}

/** A record whose fields are of the wrong types is refused, the others are read. Throws capture.no-columns when none has a title or a text. */
function draftsOf(records: readonly Record_[], whole: unknown, path: string, chosen: ChosenColumns = {}): (Draft | Refused)[] {
  const isChosen = Object.keys(chosen).length > 0;
  if (isChosen) checkChosen(chosen, [...new Set(records.flatMap((one) => Object.keys(one)))], path);
  const feed =
    isRecord(whole) && /jsonfeed/.test(String(whole['version']))
      ? { source: text(whole['title']), language: text(whole['language']) }
      : undefined;
  const isAlone = records.length === 1 && records[0] === whole;
  const drafts = records.flatMap((given, i): (Draft | Refused)[] => {
    const record = isChosen ? given : withDates(unwrapped(given));
    const part = String(i + 1);
    if (!isChosen && isZotero(record)) return draftOfZotero(record).map((draft) => ({ ...draft, part }));
    if (!isChosen && isCsl(record)) return [{ ...draftOfCsl(record), part }];
    const mapping = withTexts(mappingOf(Object.keys(record), chosen), lengthsOf(record), chosen);
    if (!mapping) return [];
    if (isAlone) checkVersion(record, path);
    const wrong = wrongTypes(record, mapping);
    if (wrong.length > 0)
      return [{ part, failure: new Failure('capture.wrong-types', { path: `${path}/${part}`, fields: wrong.join('، ') }) }];
    const draft = draftOfRecord(record, mapping);
    const own = isAlone ? identifierOf(record) : undefined;
    return [
      {
        ...draft,
        source: draft.source ?? feed?.source,
        language: draft.language ?? feed?.language,
        event: eventOf(record),
        part,
        record: own,
      },
    ];
  });
  if (drafts.length === 0) throw new Failure('capture.no-columns', { path });
  return drafts;
}

/** `{"_id": …, "_source": {…}}`: what search engines and services put around a record. */
function unwrapped(record: Record_): Record_ {
  if (mappingOf(Object.keys(record))) return record;
  return Object.values(record).find((one): one is Record_ => isRecord(one) && mappingOf(Object.keys(one)) !== undefined) ?? record;
}

/** Of what are words: an address or a digest has no spaces. */
const lengthsOf = (record: Record_): Map<string, number> =>
  new Map(Object.entries(record).map(([name, value]) => [name, typeof value === 'string' && value.includes(' ') ? value.length : 0]));

const identifierOf = ({ id }: Record_): string | undefined =>
  (typeof id === 'string' && id.trim() !== '') || typeof id === 'number' ? String(id) : undefined;

/** A record of an archive says which version of its schema it is written in: what a later one means is not guessed at. */
function checkVersion(record: Record_, path: string): void {
  const version = record['schema'] ?? record['schemaVersion'];
  if (identifierOf(record) !== undefined && typeof version === 'number' && version > RECORD_SCHEMA)
    throw new Failure('capture.newer', { path, version, known: RECORD_SCHEMA });
}

/** Records of this archive keep their dates together. */
function withDates(record: Record_): Record_ {
  const dates = record['dates'];
  if (!isRecord(dates)) return record;
  const [date, updated] = [dates['published'], dates['updated']].map(valueOf);
  return { ...(date === undefined ? {} : { date }), ...(updated === undefined ? {} : { updated }), ...record };
}

const valueOf = (date: unknown): unknown => (isRecord(date) ? date['value'] : undefined);

function eventOf({ dates }: Record_): string | undefined {
  const event = isRecord(dates) ? valueOf(dates['event']) : undefined;
  return typeof event === 'string' ? event : undefined;
}
