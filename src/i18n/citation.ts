// An article as it is cited in a text: title, source, date, and the beginning of the digest that proves it. Pure.
import { filingDate, type ItemSummary } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import { formatDate } from './locale.ts';

type Cited = Pick<ItemSummary, 'title' | 'source' | 'creators' | 'dates' | 'files'>;

/** So many hex digits of a SHA-256 tell any two files of an archive apart. */
const SHORT = 12;

const marks = {
  ar: { open: '«', close: '»', within: ['“', '”'], comma: '، ', digest: 'البصمة', colon: ': ', end: '.' },
  en: { open: '“', close: '”', within: ['‘', '’'], comma: ', ', digest: 'SHA-256', colon: ': ', end: '.' },
} as const;

/** One line. Quotation marks within the title become the inner ones, so that the outer ones close where the title ends. */
export function citationOf({ title, source, creators, dates, files }: Cited, s: Settings): string {
  const m = marks[s.language];
  const [open, close] = m.within;
  const inner = title
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[«“„]/g, open)
    .replaceAll(/[»”]/g, close)
    .replaceAll(/"([^"]*)"/g, `${open}$1${close}`);
  const filed = filingDate(dates);
  const digest = files.find(({ role }) => role === 'original')?.sha256.slice(0, SHORT);
  const parts = [
    ...(creators.length > 0 ? [creators.join(m.comma)] : []),
    `${m.open}${inner}${m.close}`,
    ...(source ? [source] : []),
    ...(filed ? [formatDate(filed.date, s)] : []),
    ...(digest ? [`${m.digest}${m.colon}${digest}`] : []),
  ];
  return parts.join(m.comma) + m.end;
}
