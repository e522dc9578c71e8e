// An article as it is cited in a text: author, title, source with volume and issue, date, pages, and the beginning of the digest
// that proves it. Pure.
import { filingDate, type ItemSummary } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import { formatDate, inDigits } from './locale.ts';

type Cited = Pick<ItemSummary, 'title' | 'source' | 'creators' | 'dates' | 'files'> & { reference?: unknown };

/** So many hex digits of a SHA-256 tell any two files of an archive apart. */
const SHORT = 12;

const marks = {
  ar: {
    open: '«',
    close: '»',
    within: ['“', '”'],
    comma: '، ',
    digest: 'البصمة',
    colon: ': ',
    end: '.',
    volume: 'المجلد',
    issue: 'العدد',
    page: 'ص',
    pages: 'ص',
  },
  en: {
    open: '“',
    close: '”',
    within: ['‘', '’'],
    comma: ', ',
    digest: 'SHA-256',
    colon: ': ',
    end: '.',
    volume: 'vol.',
    issue: 'no.',
    page: 'p.',
    pages: 'pp.',
  },
} as const;

type Within = 'volume' | 'issue' | 'page';

/** Of the record of the reference; a range of pages has a dash between its numbers. */
function within(reference: unknown, part: Within): string {
  const value: unknown = Object(reference)[part];
  return typeof value === 'string' ? value.trim().replaceAll(/\s*[-\u2010-\u2015]+\s*/g, '–') : '';
}

/** One line. Quotation marks within the title become the inner ones, so that the outer ones close where the title ends. */
export function citationOf({ title, source, creators, dates, files, reference }: Cited, s: Settings): string {
  const m = marks[s.language];
  const [open, close] = m.within;
  const inner = title
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[«“„]/g, open)
    .replaceAll(/[»”]/g, close)
    .replaceAll(/"([^"]*)"/g, `${open}$1${close}`);
  const filed = filingDate(dates);
  const named = (part: Within): string[] => {
    const value = within(reference, part);
    return value === '' ? [] : [`${m[part === 'page' && /[–,،]/.test(value) ? 'pages' : part]} ${inDigits(value, s)}`];
  };
  const digest = files.find(({ role }) => role === 'original')?.sha256.slice(0, SHORT);
  const parts = [
    ...(creators.length > 0 ? [creators.join(m.comma)] : []),
    `${m.open}${inner}${m.close}`,
    ...(source ? [source] : []),
    ...named('volume'),
    ...named('issue'),
    ...(filed ? [formatDate(filed.date, s)] : []),
    ...named('page'),
    ...(digest ? [`${m.digest}${m.colon}${digest}`] : []),
  ];
  return parts.join(m.comma) + m.end;
}
