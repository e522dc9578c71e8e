// The picture of an `img`: written out in the page, or brought along by what holds the page.
import type { BlockPicture } from '#contract/item.ts';
import { webAddress } from '../finish.ts';
import { oneLine } from '../legible.ts';
import { dataBytes, nameIn, type PictureShelf, type PictureSource } from '../pictures.ts';
import { type DomElement, embeddedAt } from './dom.ts';

const addresses = ['src', 'data-src', 'data-original', 'data-lazy-src'];

export function pictureFinder(
  shelf: PictureShelf,
  embedded: readonly string[],
  along: PictureSource | undefined,
  base: string | undefined,
) {
  const bytesOf = (address: string): { bytes: Uint8Array; name?: string } | undefined => {
    const at = embeddedAt(address);
    const bytes = at === undefined ? undefined : dataBytes(embedded[at] ?? '');
    if (bytes) return { bytes };
    const whole = URL.parse(address, base)?.href;
    const found = along?.(address) ?? (whole === undefined ? undefined : along?.(whole));
    return found && { bytes: found.bytes, name: found.name ?? nameIn(address) };
  };

  return (image: DomElement): BlockPicture | undefined => {
    for (const name of addresses) {
      const address = image.getAttribute(name)?.trim();
      const found = address && bytesOf(address);
      const kept = found && shelf.put(found.bytes, found.name);
      if (!kept) continue;
      const alt = oneLine(image.getAttribute('alt') ?? '');
      const url = webAddress(image.closest('a[href]')?.getAttribute('href') ?? undefined, base);
      return { ...kept, ...(alt ? { alt } : {}), ...(url ? { url } : {}) };
    }
    return undefined;
  };
}
