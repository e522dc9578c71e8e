// A format at work in a thread of its own, so that who waits for it can do other things meanwhile.
import type { Item } from '#contract/item.ts';
import type { ExportContext } from '../export/format.types.ts';
import { startThread } from '../threads/thread.ts';

/** Articles in a portion: as many as are set in a few hundredths of a second. */
const PORTION = 8;

/** Bytes as they come; throws when the signal says so, and what the format throws. */
export async function* writeInThread(
  format: string,
  items: AsyncIterable<Item>,
  { options, now, signal, onItem, onMissing, readPicture }: ExportContext,
): AsyncGenerator<Uint8Array> {
  const thread = startThread('export');
  const stop = (): void => void thread.stop();
  signal?.addEventListener('abort', stop);
  const iterator = items[Symbol.asyncIterator]();
  const take = async (): Promise<Item[]> => {
    const taken: Item[] = [];
    while (taken.length < PORTION) {
      const { value, done } = await iterator.next();
      if (done) break;
      taken.push(value);
    }
    return taken;
  };
  try {
    let portion = await take();
    for (let first = true, last = false; !last; first = false) {
      signal?.throwIfAborted();
      last = portion.length < PORTION;
      const pictures = await picturesOf(portion, readPicture);
      const asked = thread.ask({ ...(first ? { begin: { format, options, now } } : {}), items: portion, pictures, last });
      const [answer, next] = await Promise.all([asked, last ? [] : take()]);
      for (const pages of answer.pages) onItem(pages);
      for (const character of answer.missing) onMissing?.(character);
      yield* answer.chunks;
      portion = next;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await thread.stop();
  }
}

async function picturesOf(items: readonly Item[], readPicture: ExportContext['readPicture']): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const { picture } of items.flatMap(({ body }) => body)) {
    const bytes = picture && !pictures.has(picture.sha256) ? await readPicture?.(picture.sha256) : undefined;
    if (picture && bytes) pictures.set(picture.sha256, bytes);
  }
  return pictures;
}
