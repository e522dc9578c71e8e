// Two indexes of the same words for measuring: ours in segments, and SQLite's FTS5 as the product had it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Token, tokenize } from '#core/arabic/tokens.ts';
import { transaction } from '#core/search/database.ts';
import { type Facets, facetSchema, openFacets, type ValuesOf } from '#core/search/facets/facets.ts';
import { segmentSchema } from '#core/search/segments/chunks.ts';
import { type Segments, openSegments } from '#core/search/segments/segments.ts';
import { type News, news } from './news.ts';

export type Indexes = {
  readonly ours: DatabaseSync;
  readonly segments: Segments;
  readonly facets: Facets<string>;
  readonly fts: DatabaseSync;
};

export const facetNames: readonly string[] = ['source', 'year', 'tag'];

export function openIndexes(dir: string): Indexes {
  mkdirSync(dir, { recursive: true });
  const [ours, fts] = ['segments.sqlite', 'fts5.sqlite'].map((name) => {
    const db = new DatabaseSync(join(dir, name));
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY');
    return db;
  }) as [DatabaseSync, DatabaseSync];
  if (!ours.prepare("SELECT 1 FROM sqlite_master WHERE name = 'segments'").get()) {
    ours.exec(segmentSchema);
    fts.exec(`
      CREATE VIRTUAL TABLE terms USING fts5 (title_folded, body_folded, title_stem, body_stem, content = '', contentless_delete = 1, tokenize = 'ascii');
      CREATE TABLE items (row INTEGER PRIMARY KEY, source TEXT, year TEXT);
      CREATE TABLE item_tags (row INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (tag, row)) WITHOUT ROWID;
      CREATE INDEX item_tags_row ON item_tags (row);
    `);
  }
  if (!ours.prepare("SELECT 1 FROM sqlite_master WHERE name = 'facet_state'").get()) ours.exec(facetSchema);
  return { ours, segments: openSegments(ours), facets: openFacets(ours, facetNames), fts };
}

/** CPU milliseconds of this process so far. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export type BuildFigures = { documents: number; tokenizeMs: number; segmentsMs: number; mergeMs: number; ftsMs: number; peakMb: number };

const BATCH = 2000;

/** Facts for the facets: what an archive's catalogue would hold. */
export function factsOf(row: number, { source, date }: News): { source: string; year: string; tags: string[] } {
  return { source: source || 'ANT', year: date.match(/\d{4}/)?.[0] ?? '2017', tags: [`وسم ${row % 40}`, `موضوع ${row % 307}`] };
}

/** Adds what is missing up to `count` articles, or until `minutes` have gone by: another call goes on from there. */
export async function build({ ours, segments, facets, fts }: Indexes, count: number, minutes: number): Promise<BuildFigures> {
  const figures = { documents: 0, tokenizeMs: 0, segmentsMs: 0, mergeMs: 0, ftsMs: 0, peakMb: 0 };
  const end = performance.now() + minutes * 60_000;
  const put = fts.prepare('INSERT INTO terms (rowid, title_folded, body_folded, title_stem, body_stem) VALUES (?, ?, ?, ?, ?)');
  const item = fts.prepare('INSERT INTO items VALUES (?, ?, ?)');
  const tag = fts.prepare('INSERT INTO item_tags VALUES (?, ?)');
  const done = segments.size;
  let row = 0;
  let base = 0;
  let batch: News[] = [];

  function flush(): void {
    base ||= process.memoryUsage().rss;
    let at = cpu();
    const lap = (): number => -at + (at = cpu());
    const texts: { row: number; title: Texts; body: Texts }[] = [];
    const counted = new Map<number, ValuesOf<string>>();
    transaction(ours, () => {
      for (const [n, article] of batch.entries()) {
        const its = row - batch.length + n + 1;
        const words = { title: tokenize(article.title), body: tokenize(article.body) };
        figures.tokenizeMs += lap();
        segments.add(its, words);
        const { source, year, tags } = factsOf(its, article);
        counted.set(its, { source: [source], year: [year], tag: tags });
        figures.segmentsMs += lap();
        texts.push({ row: its, title: textsOf(words.title), body: textsOf(words.body) });
        figures.ftsMs += lap();
      }
      segments.commit();
      facets.write(counted);
    });
    figures.segmentsMs += lap();
    figures.peakMb = Math.max(figures.peakMb, Math.round((process.memoryUsage().rss - base) / 1e6));
    while (segments.mergeSlice(10));
    figures.mergeMs += lap();
    transaction(fts, () => {
      for (const [n, { row: its, title, body }] of texts.entries()) {
        put.run(its, title.folded, body.folded, title.stem, body.stem);
        const facts = factsOf(its, batch[n]!);
        item.run(its, facts.source, facts.year);
        for (const one of facts.tags) tag.run(its, one);
      }
    });
    figures.ftsMs += lap();
    figures.documents += batch.length;
    batch = [];
  }

  for await (const article of news(count)) {
    if (row++ < done) continue;
    batch.push(article);
    if (batch.length === BATCH) flush();
    if (performance.now() > end) break;
  }
  if (performance.now() < end && batch.length > 0) flush();
  return figures;
}

type Texts = { readonly folded: string; readonly stem: string };

/** What FTS5 takes. */
const textsOf = (tokens: readonly Token[]): Texts => ({
  folded: tokens.map(({ folded }) => folded).join(' '),
  stem: tokens.map(({ stem }) => stem).join(' '),
});

/** Bytes in use, free pages not counted. */
export function usedBytes(db: DatabaseSync): number {
  const number = (pragma: string): number => Object.values(db.prepare(`PRAGMA ${pragma}`).get()!)[0] as number;
  return (number('page_count') - number('freelist_count')) * number('page_size');
}
