import { verifyArchive } from '../fixity/verify.ts';
import { base } from './base.ts';

export const archive = {
  info: base.archive.info.handler(({ context }) => {
    const { store } = context.services;
    return { archive: store.dir, format: store.format, readOnly: store.readOnly ?? null, recovered: store.recovery, host: context.host };
  }),
  stats: base.archive.stats.handler(async ({ context }) => {
    const { index } = context.services;
    // Words are counted as they are taken in.
    if (context.host === 'cli') await index.completeWords();
    const { db } = index;
    const one = (sql: string) => db.prepare(sql).get()!;
    const { items, words, sources, oldest, newest } = one(
      `SELECT count(*) AS items, coalesce(sum(words), 0) AS words,
              count(DISTINCT source) AS sources, min(date) AS oldest, max(date) AS newest FROM items WHERE state = 'active'`,
    ) as { items: number; words: number; sources: number; oldest: string | null; newest: string | null };
    // An original of many articles lies there once.
    const { bytes } = one(
      `SELECT coalesce(sum(bytes), 0) AS bytes FROM (
         SELECT DISTINCT file.value ->> 'sha256', file.value ->> 'bytes' AS bytes
         FROM items JOIN summaries ON summaries.row = items.row, json_each(summary, '$.files') AS file WHERE state = 'active')`,
    ) as { bytes: number };
    const tags = one("SELECT count(DISTINCT tag) AS n FROM item_tags JOIN items ON items.row = item_tags.row WHERE items.state = 'active'")[
      'n'
    ] as number;
    return { items, tags, sources, words, bytes, oldest, newest };
  }),
  verify: base.archive.verify.handler(async function* ({ context, signal }) {
    const { store } = context.services;
    if (store.readOnly === undefined) await store.settle();
    yield* verifyArchive(store.dir, signal);
  }),
  reindex: base.archive.reindex.handler(async ({ context }) => {
    const { index, archivist } = context.services;
    const started = performance.now();
    const items = await archivist.alone(() => index.rebuild());
    return { items, seconds: Math.round(performance.now() - started) / 1000 };
  }),
  watch: base.archive.watch.handler(async function* ({ context, signal }) {
    yield { kind: 'ready' as const, ids: [] };
    yield* context.services.archivist.events.subscribe('archive', { signal });
  }),
};
