// News for measuring at scale: real articles (WARRAQ_CORPUS, never shipped), made as long as wanted with sentences of others.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Seeded, seeded } from '../support/seeded.ts';

export type News = { readonly title: string; readonly body: string; readonly source: string; readonly date: string };

/** Words of an article, about. */
const LENGTH = 450;
const POOL = 40_000;

/** `count` articles, the same from run to run. When the real ones come to an end, the rest is made of sentences of all. */
export async function* news(count: number): AsyncGenerator<News> {
  const corpus = process.env['WARRAQ_CORPUS'];
  if (!corpus) throw new Error('WARRAQ_CORPUS: the folder that holds articles.jsonl.xz');
  const chance = seeded(7);
  const pool: string[] = [];
  const titles: News[] = [];
  let given = 0;
  const unpack = spawn('xz', ['-dc', join(corpus, 'articles.jsonl.xz')], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of linesOf(unpack.stdout)) {
    if (given === count) break;
    const read = JSON.parse(line) as Partial<News>;
    const article = { title: read.title ?? '', body: read.body ?? '', source: read.source ?? '', date: read.date ?? '' };
    for (const sentence of article.body.split(/(?<=[.!؟\n])\s+/u)) keep(pool, sentence, chance);
    if (titles.length < POOL) titles.push({ ...article, body: '' });
    given++;
    yield { ...article, body: padded(article.body, pool, chance) };
  }
  unpack.kill();
  for (; given < count; given++) yield { ...chance.pick(titles), title: chance.pick(titles).title, body: padded('', pool, chance) };
}

/** Lines end with \n alone: U+2028, where readline splits too, stands inside of some. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const piece of input) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      yield Buffer.concat([rest, piece.subarray(from, end)]).toString();
      rest = Buffer.alloc(0);
      from = end + 1;
    }
    rest = Buffer.concat([rest, piece.subarray(from)]);
  }
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
