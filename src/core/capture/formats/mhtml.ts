// MHTML (RFC 2557): a page and what it shows, as one message.
import { pictureParts } from '../containers/mime-parts.ts';
import { oneLine } from '../legible.ts';
import type { PictureSource } from '../pictures.ts';
import { readPage } from './html.ts';
import { parseMessage } from './mail.ts';
import type { Draft, Source } from './format.types.ts';

export const read = async ({ bytes, packs }: Source): Promise<Draft[]> => {
  const mail = await parseMessage(bytes);
  const field = (name: string): string | undefined => mail.headers.find((header) => header.key === name)?.value;
  const saved = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  const captured = Number.isNaN(saved) ? undefined : new Date(saved).toISOString();
  const url = field('snapshot-content-location') ?? field('content-location');
  const page = readPage(mail.html ?? '', { url, captured, pictures: picturesOf(bytes), packs });
  return [{ ...page, title: page.title ?? (mail.subject && oneLine(mail.subject)) }];
};

function picturesOf(bytes: Uint8Array): PictureSource {
  const parts = pictureParts(bytes);
  const byAddress = new Map(
    parts.flatMap((part) => [part.location, part.id && `cid:${part.id}`].flatMap((key) => (key ? [[key, part] as const] : []))),
  );
  return (address) => {
    const part = byAddress.get(address);
    return part && { bytes: part.bytes() };
  };
}
