// Builds the index of the product as it is built for an archive whose index was lost: lists, then words, until nothing is left to do.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openIndex } from '#core/search/search-index.ts';
import { openArticles } from './articles.ts';
import { fillFts, openFts } from './fts5.ts';
import { cpu, round } from './measure.ts';

export const indexDir = (dir: string, count: number): string => join(dir, `index-${count}`);
export const ftsPath = (dir: string, count: number): string => join(dir, `fts5-${count}.sqlite`);

export type BuildFigures = Record<string, number> | string;

/** Reading the articles, JSON and all, is counted; making them up is not. */
export async function build(dir: string, count: number): Promise<Record<string, BuildFigures>> {
  const articles = await openArticles(dir, count);
  const ours = existsSync(indexDir(dir, count)) ? 'as it was' : await buildOurs(dir, count);
  const fts = openFts(ftsPath(dir, count));
  const ftsMs = fillFts(fts, count, articles.read);
  fts.close();
  articles.close();
  return { ours, fts5: ftsMs === 0 ? 'as it was' : { 'articles per s of CPU, without the analysis': round((count / ftsMs) * 1000) } };
}

async function buildOurs(dir: string, count: number): Promise<BuildFigures> {
  const articles = await openArticles(dir, count);
  let at = cpu();
  const lap = (): number => -at + (at = cpu());
  const index = await openIndex(articles.store, indexDir(dir, count), () => {});
  const listsMs = lap();
  await index.completeWords();
  const wordsMs = lap();
  while (index.tidy(50));
  const mergeMs = lap();
  index.close();
  articles.close();
  const all = listsMs + wordsMs + mergeMs;
  return {
    'articles per s of CPU': round((count / all) * 1000),
    'words alone per s of CPU': round((count / (wordsMs + mergeMs)) * 1000),
    'lists ms each': round(listsMs / count),
    'words ms each': round(wordsMs / count),
    'merging afterwards ms each': round(mergeMs / count),
    'peak MB': Math.round(process.resourceUsage().maxRSS / 1000),
  };
}
