// News for measuring at scale: real articles (of the corpus that WARRAQ_CORPUS names; never shipped) or, without them, the words of the
// fixtures in other orders; made as long as wanted with sentences of others.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Seeded, seeded } from '../support/seeded.ts';
import { lines } from './json-lines.ts';

export type News = { readonly title: string; readonly body: string; readonly source: string; readonly date: string };

/** Words of an article, about. */
const LENGTH = 450;
const POOL = 40_000;

/** `count` articles, the same from run to run. When the real ones come to an end, the rest is made of sentences of all. */
export async function* news(count: number): AsyncGenerator<News> {
  const chance = seeded(7);
  const pool: string[] = [];
  const titles: News[] = [];
  let given = 0;
  for await (const article of realNews(count)) {
    for (const sentence of article.body.split(/(?<=[.!؟\n])\s+/u)) keep(pool, sentence, chance);
    if (titles.length < POOL) titles.push({ ...article, body: '' });
    given++;
    yield { ...article, body: padded(article.body, pool, chance) };
  }
  if (pool.length === 0) for (const sentence of fixtureSentences(chance)) pool.push(sentence);
  for (; given < count; given++) {
    const title = titles.length > 0 ? chance.pick(titles).title : chance.pick(pool);
    const { source, date } = titles.length > 0 ? chance.pick(titles) : { source: '', date: '' };
    yield { title, source, date, body: padded('', pool, chance) };
  }
}

async function* realNews(count: number): AsyncGenerator<News> {
  const file = join(process.env['WARRAQ_CORPUS'] ?? '', 'large', 'articles.jsonl.xz');
  if (!existsSync(file)) return;
  const unpack = spawn('xz', ['-dc', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let given = 0;
  for await (const line of lines(unpack.stdout)) {
    if (given++ === count) break;
    const { title = '', body = '', source = '', date = '' } = JSON.parse(line) as Partial<News>;
    yield { title, body, source, date };
  }
  unpack.kill();
}

/** So many sentences of the seed's words that they make a vocabulary's slopes, though not its breadth. */
function fixtureSentences(chance: Seeded): string[] {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/seed/page.txt'), 'utf8');
  const words = text.split(/\s+/u).filter(Boolean);
  return Array.from({ length: 4000 }, () => Array.from({ length: 6 + chance.int(20) }, () => chance.pick(words)).join(' '));
}

function keep(pool: string[], sentence: string, chance: Seeded): void {
  if (pool.length < POOL) pool.push(sentence);
  else if (chance.chance(0.05)) pool[chance.int(POOL)] = sentence;
}

function padded(body: string, pool: readonly string[], chance: Seeded): string {
  let text = body;
  // Six letters and a space are a word, about.
  while (text.length < LENGTH * 6.1) text += ` ${chance.pick(pool)}`;
  return text;
}
