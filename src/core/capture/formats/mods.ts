// MODS (Library of Congress): one record or a collection of them.
import { decodeDeclared } from '../declared.ts';
import { draftOfReference, spokenName } from '../reference.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, textOf, wordsOf, type Xml } from '../markup/xml.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decodeDeclared(bytes, path, encoding);
  return descendantsOf(parseXml(text), 'mods').map((mods, i) => ({ ...draftOf(mods), part: String(i + 1), encoding: found }));
};

function draftOf(mods: Xml): Draft {
  const host = childrenOf(mods, 'relatedItem').find((one) => attributeOf(one, 'type') === 'host');
  const origin = childOf(mods, 'originInfo') ?? childOf(host, 'originInfo');
  const part = childOf(host, 'part') ?? childOf(mods, 'part');
  const detail = (type: string): string | undefined =>
    wordsOf(
      childrenOf(part, 'detail').find((one) => attributeOf(one, 'type') === type),
      'number',
    );
  const extent = childOf(part, 'extent');
  const identifier = (type: string): string | undefined =>
    textOf(
      [mods, host].flatMap((one) => childrenOf(one, 'identifier')).find((one) => attributeOf(one, 'type')?.toLowerCase() === type),
    ).trim();
  return draftOfReference({
    title: titleOf(mods),
    creators: childrenOf(mods, 'name')
      .filter((name) => !hasRole(name, 'edt'))
      .map(nameOf),
    container: titleOf(host),
    publisher: wordsOf(origin, 'publisher'),
    date: dateOf(origin),
    url: wordsOf(childOf(mods, 'location'), 'url'),
    tags: childrenOf(mods, 'subject').flatMap((subject) => childrenOf(subject, 'topic').map((topic) => textOf(topic).trim())),
    language: wordsOf(childOf(mods, 'language'), 'languageTerm'),
    abstract: wordsOf(mods, 'abstract'),
    notes: childrenOf(mods, 'note')
      .map((note) => textOf(note).trim())
      .join('\n'),
    rest: {
      type: wordsOf(mods, 'genre'),
      volume: detail('volume'),
      issue: detail('issue'),
      page: [wordsOf(extent, 'start'), wordsOf(extent, 'end')].filter(Boolean).join('-'),
      'publisher-place': wordsOf(childOf(origin, 'place'), 'placeTerm'),
      editor: [mods, host]
        .flatMap((one) => childrenOf(one, 'name'))
        .filter((name) => hasRole(name, 'edt'))
        .map(nameOf)
        .join('؛ '),
      ISBN: identifier('isbn'),
      ISSN: identifier('issn'),
      DOI: identifier('doi'),
    },
  });
}

/** The words before others in the catalogue's order: article, title, its second part. */
function titleOf(xml: Xml | undefined): string | undefined {
  const titles = childrenOf(xml, 'titleInfo');
  const info = titles.find((one) => attributeOf(one, 'type') === undefined) ?? titles[0];
  const main = [wordsOf(info, 'nonSort'), wordsOf(info, 'title')].filter(Boolean).join(' ');
  return [main, wordsOf(info, 'subTitle')].filter(Boolean).join(': ') || undefined;
}

function nameOf(name: Xml): string {
  const parts = childrenOf(name, 'namePart');
  const part = (type: string): string => textOf(parts.find((one) => attributeOf(one, 'type') === type)).trim();
  if (part('family') !== '') return spokenName(part('family'), part('given'));
  return parts
    .filter((one) => attributeOf(one, 'type') !== 'date')
    .map((one) => textOf(one).trim())
    .join(' ');
}

const hasRole = (name: Xml, role: string): boolean =>
  descendantsOf(name, 'roleTerm').some((one) => textOf(one).trim().toLowerCase().startsWith(role));

/** Marks of calendars in words, by their names in records. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/persian|solar|jalali|shamsi/i, 'SH'],
  [/islam|hijr|lunar/i, 'AH'],
];

/** Dates of other calendars stand beside the Gregorian one, or alone. */
function dateOf(origin: Xml | undefined): string | undefined {
  const all = childrenOf(origin, 'dateIssued', 'copyrightDate', 'dateCreated');
  const calendarOf = (one: Xml): string | undefined => marks.find(([name]) => name.test(attributeOf(one, 'calendar') ?? ''))?.[1];
  const dates = all.filter((one) => /^(?:gregorian)?$/i.test(attributeOf(one, 'calendar') ?? ''));
  const coded = dates.find((one) => attributeOf(one, 'encoding') !== undefined) ?? dates[0] ?? all.find((one) => calendarOf(one));
  return coded && [textOf(coded).trim(), calendarOf(coded)].filter(Boolean).join(' ');
}
