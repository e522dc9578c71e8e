// What a thread does of an export: articles come in portions, and what can be written so far goes back.
import type { ExportOptions } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import { exportFormats } from './registry.ts';

export type ExportPortion = {
  /** With the first portion only. */
  begin?: { format: string; options: ExportOptions; now: Date };
  items: readonly Item[];
  /** Of the items, by their SHA-256. */
  pictures?: ReadonlyMap<string, Uint8Array>;
  last: boolean;
};
/** Bytes to be written, the pages of each article set, and each character that is shown as a box. */
export type ExportedPortion = { chunks: Uint8Array[]; pages: number[]; missing: string[] };

/** Articles on their way from the portions to the format that asks for them. */
class Feed implements AsyncIterable<Item> {
  readonly #items: Item[] = [];
  #ended = false;
  #hungry = Promise.withResolvers<void>();
  #fed = Promise.withResolvers<void>();

  /** Resolves when all that was given is used up. */
  give(items: readonly Item[], last: boolean): Promise<void> {
    this.#items.push(...items);
    this.#ended = last;
    this.#hungry = Promise.withResolvers();
    this.#fed.resolve();
    this.#fed = Promise.withResolvers();
    return this.#hungry.promise;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    for (;;) {
      for (let item = this.#items.shift(); item; item = this.#items.shift()) yield item;
      if (this.#ended) return;
      this.#hungry.resolve();
      await this.#fed.promise;
    }
  }
}

type Work = { feed: Feed; out: ExportedPortion; pictures: Map<string, Uint8Array>; done: Promise<void> };
let work: Work | undefined;

function begin({ format, options, now }: NonNullable<ExportPortion['begin']>): Work {
  const feed = new Feed();
  const out: ExportedPortion = { chunks: [], pages: [], missing: [] };
  const pictures = new Map<string, Uint8Array>();
  const readPicture = async (sha256: string): Promise<Uint8Array | undefined> => pictures.get(sha256);
  const heard = { onItem: (pages: number) => void out.pages.push(pages), onMissing: (one: string) => void out.missing.push(one) };
  const run = async (): Promise<void> => {
    const row = exportFormats.find(({ id }) => id === format);
    for await (const chunk of row?.write(feed, { options, now, signal: undefined, readPicture, ...heard }) ?? []) out.chunks.push(chunk);
  };
  return { feed, out, pictures, done: run() };
}

/** Throws what the format throws. */
export async function exportPortion(portion: ExportPortion): Promise<ExportedPortion> {
  if (portion.begin) work = begin(portion.begin);
  if (!work) throw new Error('an export has not begun');
  const { feed, out, pictures: known, done } = work;
  known.clear();
  for (const [sha256, bytes] of portion.pictures ?? []) known.set(sha256, bytes);
  const given = feed.give(portion.items, portion.last);
  await (portion.last ? done : Promise.race([given, done]));
  const { chunks, pages, missing } = out;
  Object.assign(out, { chunks: [], pages: [], missing: [] });
  return { chunks, pages, missing };
}
