// A format at work in its own thread: the same bytes, told of as they come, stopped when nobody waits for them.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Item } from '#contract/item.ts';
import type { ExportContext } from '#core/export/format.types.ts';
import { pdf } from '#core/export/pdf/pdf.ts';
import { writeFile } from '#core/export/write-file.ts';
import { writeInThread } from '#core/jobs/export-in-thread.ts';
import { article } from '../bench/articles.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'warraq-thread-'))));
afterAll(() => rm(folder, { recursive: true }));

async function* articles(count: number): AsyncGenerator<Item> {
  for (let n = 0; n < count; n++) yield article(n);
}
const contextOf = (heard: Partial<ExportContext>): ExportContext => ({
  options: { digits: 'arab', size: 'a4', language: 'ar' },
  signal: undefined,
  now: new Date(0),
  onItem: () => {},
  ...heard,
});
async function all(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

// One more than a whole number of portions, that number, and none.
test.each([17, 16, 0])('%i articles give the bytes that they give without a thread', async (count) => {
  const pages: number[] = [];
  const inThread = await all(writeInThread('pdf', articles(count), contextOf({ onItem: (more) => void pages.push(more) })));
  const here: number[] = [];
  expect(inThread.equals(await all(pdf.write(articles(count), contextOf({ onItem: (more) => void here.push(more) }))))).toBe(true);
  expect(pages).toEqual(here);
  expect(pages.length).toBe(count);
});

test('characters that no face has are told of', async () => {
  const missing: string[] = [];
  async function* one(): AsyncGenerator<Item> {
    yield { ...article(1), title: 'وجه 漢' };
  }
  await all(writeInThread('pdf', one(), contextOf({ onMissing: (character) => void missing.push(character) })));
  expect(missing).toEqual(['漢']);
});

test('cancelled, it stops and leaves no file', async () => {
  const stop = new AbortController();
  let items = 0;
  const onItem = (): void => {
    items += 1;
    stop.abort();
  };
  const written = writeFile(join(folder, 'a.pdf'), writeInThread('pdf', articles(10_000), contextOf({ onItem, signal: stop.signal })));
  await expect(written).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  expect(items).toBeLessThan(10);
  expect(await readdir(folder)).toEqual([]);
});

test('who waits can do other things meanwhile', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await all(writeInThread('pdf', articles(40), contextOf({})));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});

test('what the format throws is thrown', async () => {
  async function* broken(): AsyncGenerator<Item> {
    yield { ...article(1), body: [{ kind: 'paragraph', text: undefined as unknown as string }] };
  }
  await expect(all(writeInThread('pdf', broken(), contextOf({})))).rejects.toThrow();
});
