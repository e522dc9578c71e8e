// A draft as an article: legible, titled, dated, its language told by its letters.
import type { Block, Dates, StatedDate } from '#contract/item.ts';
import { findDate } from '../arabic/dates.ts';
import { isEdtf } from '../arabic/edtf.ts';
import { findRelativeDate } from '../arabic/relative-dates.ts';
import { findUncertainDate } from '../arabic/uncertain-dates.ts';
import { languageBy } from '../arabic/stated-language.ts';
import { firstWords } from './first-words.ts';
import type { Draft } from './formats/format.types.ts';
import type { Article } from './formats/text.ts';
import { keywordsOf } from './keywords.ts';
import { cut, legible, oneLine } from './legible.ts';
import { MAX_TITLE } from './limits.ts';
import { versePlaces } from './verses.ts';
import { isSomebody } from './persons.ts';

/** `format` is the id of the reader that made the draft. */
export function finish(draft: Draft, format: string): Article {
  const body = withVerses(
    draft.body.map((block) => ({ ...block, text: legible(block.text) })).filter((block) => block.text.trim() !== '' || block.picture),
  );
  const title = takeTitle(draft.title, body);
  const words = `${title.text}\n${body.map((block) => block.text).join('\n')}`;
  return {
    title: title.text,
    titleDerived: title.derived,
    body: title.whole === undefined ? body : [{ kind: 'paragraph', text: title.whole }, ...body],
    language: languageBy(words, draft.language, draft.reference !== undefined),
    ...some('source', line(draft.source)),
    creators: [...new Set((draft.creators ?? []).map(oneLine).filter((name) => name !== '' && isSomebody(name)))],
    ...some('url', webAddress(draft.url)),
    dates: datesOf(draft),
    ...(draft.tags?.length ? { tags: keywordsOf(draft.tags, title.text) } : {}),
    ...(draft.reference && Object.keys(draft.reference).length > 0 ? { reference: { ...draft.reference } } : {}),
    ...some('notes', draft.notes && legible(draft.notes).trim()),
    ...picturesIn(body, draft),
    provenance: {
      format,
      reader: `${format}/1`,
      removed: (draft.removed ?? []).map((one) => ({ ...one, text: legible(one.text) })),
      ...(draft.encoding === undefined ? {} : { encoding: draft.encoding }),
      ...(draft.part === undefined ? {} : { part: legible(draft.part) }),
      ...(draft.record === undefined ? {} : { record: legible(draft.record) }),
    },
  };
}

function withVerses(blocks: Block[]): Block[] {
  const verses = versePlaces(blocks.map(({ kind, text, picture, cells }) => (kind === 'paragraph' && !picture && !cells ? text : '')));
  return verses.size === 0 ? blocks : blocks.map((block, at) => (verses.has(at) ? { ...block, kind: 'verse' } : block));
}

/** Only those that stand in it. */
function picturesIn(body: readonly Block[], { pictures = [] }: Draft): Pick<Article, 'pictures'> {
  const named = new Set(body.map(({ picture }) => picture?.sha256));
  const kept = pictures.filter(({ sha256 }) => named.has(sha256));
  return kept.length > 0 ? { pictures: kept } : {};
}

function some<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value ? { [key]: value } : {}) as { [P in K]?: string };
}

const line = (text: string | undefined): string | undefined => text && oneLine(text);

function takeTitle(stated: string | undefined, body: readonly Block[]): { text: string; derived: boolean; whole?: string } {
  const title = oneLine(stated ?? '');
  if (title.length > MAX_TITLE) return { text: `${cut(title, MAX_TITLE - 2)} …`, derived: false, whole: legible(stated!.trim()) };
  if (title !== '') return { text: title, derived: false };
  return { text: firstWords(body.find(({ text }) => text !== '')?.text ?? ''), derived: true };
}

/** Addresses of the web only: nothing else is ever offered as a link. */
export function webAddress(address: string | undefined, base?: string): string | undefined {
  if (!address) return undefined;
  const url = URL.parse(address.trim(), base);
  return url && /^(?:https?|mailto):$/.test(url.protocol) ? (base === undefined ? address.trim() : url.href) : undefined;
}

function datesOf({ published, updated, event, captured }: Draft): Dates {
  const dates: Dates = {};
  for (const [kind, words] of Object.entries({ published, updated, event, captured })) {
    const date = statedDate(words);
    if (date) dates[kind as 'published'] = date;
  }
  return dates;
}

const iso = /^\+?(?<value>\d{4}(?:-\d{2}){0,2})(?=$|[T\s])/;
const hour = /^(?:T|\s+\d)/;

/** EDTF, or ISO as far as it goes; else the first date in the words; a day that does not exist is no date. */
export function statedDate(words: string | undefined): StatedDate | undefined {
  const stated = words && oneLine(words);
  if (!stated) return undefined;
  const value = isEdtf(stated) ? stated : iso.exec(stated)?.groups?.['value'];
  const known: StatedDate | undefined =
    value && value !== '0000' && isEdtf(value) ? { value, ...(value === stated ? {} : { stated }), calendar: 'gregorian' } : undefined;
  // «1380 هـ» is of another calendar: what stands behind a date and is no hour may say so.
  if (known && (value === stated || hour.test(stated.slice(stated.indexOf(value!) + value!.length)))) return known;
  const found = findDate(stated) ?? findUncertainDate(stated);
  if (found) return { value: found.value, stated, calendar: found.calendar };
  if (known) return known;
  // A duration: the capture makes a day of it.
  const ago = findRelativeDate(stated);
  return ago && { value: ago.duration, stated, calendar: 'gregorian' };
}
