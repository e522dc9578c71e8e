// MHTML (RFC 2557): a page and what it shows, as one message.
import { oneLine } from '../legible.ts';
import { readPage } from './html.ts';
import { parseMessage } from './mail.ts';
import type { Draft, Source } from './format.types.ts';

export const read = async ({ bytes }: Source): Promise<Draft[]> => {
  const mail = await parseMessage(bytes);
  const field = (name: string): string | undefined => mail.headers.find((header) => header.key === name)?.value;
  const saved = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  const captured = Number.isNaN(saved) ? undefined : new Date(saved).toISOString();
  const page = readPage(mail.html ?? '', { url: field('snapshot-content-location') ?? field('content-location'), captured });
  return [{ ...page, title: page.title ?? (mail.subject && oneLine(mail.subject)) }];
};
