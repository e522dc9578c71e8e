// Bookmarks as browsers export them (Netscape): a link is an article without its text.
import { decodeDeclared } from '../declared.ts';
import { parsePage, type DomElement } from '../markup/dom.ts';
import { webAddress } from '../finish.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decodeDeclared(bytes, path, encoding);
  // Times and tags are attributes of their own kind.
  const page = parsePage(text.replace(/\sADD_DATE="(\d+)"/gi, ' title="$1"').replace(/\sTAGS="([^"]*)"/gi, ' rel="$1"'));
  return [...page.querySelectorAll('a[href]')].flatMap((link, i): Draft[] => {
    const url = webAddress(link.getAttribute('href') ?? undefined);
    return url === undefined ? [] : [{ ...draftOf(link), url, part: String(i + 1), encoding: found }];
  });
};

function draftOf(link: DomElement): Draft {
  const seconds = Number(link.getAttribute('title'));
  return {
    title: link.textContent.trim() || (link.getAttribute('href') ?? undefined),
    body: [],
    tags: (link.getAttribute('rel') ?? '').split(/[,،]/),
    captured: seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000).toISOString() : undefined,
    wordless: true,
  };
}
