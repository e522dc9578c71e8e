// Items as Zotero's own JSON has them. Notes and attached files are no articles.
import { draftOfReference, spokenName } from '../reference.ts';
import type { Draft } from './format.types.ts';

type Item = Readonly<Record<string, unknown>>;

export const isZotero = (record: Item): boolean => typeof record['itemType'] === 'string';

export function draftOfZotero(item: Item): Draft[] {
  if (item['itemType'] === 'attachment' || item['itemType'] === 'note') return [];
  const words = (...names: string[]): string | undefined =>
    names.map((name) => item[name]).find((value): value is string => typeof value === 'string' && value !== '');
  const creators = (Array.isArray(item['creators']) ? item['creators'] : []) as {
    name?: string;
    firstName?: string;
    lastName?: string;
    creatorType?: string;
  }[];
  const nameOf = (one: (typeof creators)[number]): string => one.name ?? spokenName(one.lastName, one.firstName);
  const tags = (Array.isArray(item['tags']) ? item['tags'] : []) as (string | { tag?: string })[];
  return [
    draftOfReference({
      title: words('title', 'subject', 'caseName', 'nameOfAct'),
      creators: creators.filter((one) => one.creatorType !== 'editor').map(nameOf),
      container: words('publicationTitle', 'bookTitle', 'websiteTitle', 'encyclopediaTitle', 'proceedingsTitle', 'blogTitle'),
      publisher: words('publisher', 'university', 'institution'),
      date: words('date'),
      url: words('url'),
      tags: tags.map((one) => (typeof one === 'string' ? one : (one.tag ?? ''))),
      language: words('language'),
      abstract: words('abstractNote'),
      notes: words('extra'),
      rest: {
        type: words('itemType'),
        volume: words('volume'),
        issue: words('issue'),
        page: words('pages'),
        'publisher-place': words('place'),
        editor: creators
          .filter((one) => one.creatorType === 'editor')
          .map(nameOf)
          .join('؛ '),
        ISBN: words('ISBN'),
        ISSN: words('ISSN'),
        DOI: words('DOI'),
      },
    }),
  ];
}
