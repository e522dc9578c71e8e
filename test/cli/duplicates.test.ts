// duplicates [--near], over a real archive.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Home, makeHome, seed } from '../support/warraq.ts';

const paragraph = (n: number): string =>
  Array.from(
    { length: 60 },
    (_, i) => `كلمة${String.fromCharCode(0x628 + ((n * 7 + i * 3) % 20))}${String.fromCharCode(0x641 + ((n + i * i) % 9))}${n}`,
  ).join(' ');
const article = (title: string, ...parts: number[]): string => `${title}\n\n${parts.map(paragraph).join('\n\n')}\n`;

describe('an archive with copies', () => {
  let home: Home;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    home = makeHome();
    const folder = join(home.dir, 'in');
    mkdirSync(folder);
    const texts = {
      a: article('عنوان أول', 1, 2, 3),
      'a-other-title': article('عنوان آخر للخبر نفسه', 1, 2, 3),
      'a-cut': article('عنوان أول مختصر', 1, 2),
      b: article('خبر بعيد', 8, 9, 10),
    };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.txt`), text);
    copyFileSync(seed, join(folder, 'seed.txt'));
    // Two articles of one file are no copies of each other.
    const letters = [4, 5].map((n) => JSON.stringify({ title: `رسالة ${n}`, body: paragraph(n) }));
    writeFileSync(join(folder, 'letters.jsonl'), letters.join('\n'));
    const imports = [folder, join(folder, 'seed.txt')];
    for (const path of imports) {
      const { imported } = (await home.run('--json', 'import', '--duplicates', 'keep', path)).json<{
        imported: { path: string; id: string }[];
      }>();
      for (const one of imported) ids.set(one.path.replace(/^.*\/|\.txt$/g, '') + (path === folder ? '' : '-again'), one.id);
    }
  }, 120_000);
  afterAll(() => home[Symbol.dispose]());
  const some = (...names: string[]): string[] => names.map((name) => ids.get(name)!).sort();

  test('tells those with the same file or the same words', async () => {
    const run = await home.run('--json', 'duplicates');
    expect(run.code).toBe(0);
    const { clusters } = run.json<{ clusters: { ids: string[]; similarity: number }[] }>();
    expect(new Set(clusters.map((one) => one.ids.join()))).toEqual(
      new Set([some('a', 'a-other-title').join(), some('seed', 'seed-again').join()]),
    );
    expect(clusters.every((one) => one.similarity === 1)).toBe(true);
  });

  test('as they are printed, identifiers tell apart articles that were taken in together', async () => {
    const lines = (await home.run('list')).stdout.toString().trim().split('\n');
    const printed = lines.filter((line) => line.includes('رسالة')).map((line) => line.split(' ')[0]!);
    expect(printed).toHaveLength(2);
    for (const one of printed) expect((await home.run('show', one)).code).toBe(0);
  });

  test('and nearly the same with --near', async () => {
    const { clusters } = (await home.run('--json', 'duplicates', '--near')).json<{ clusters: { ids: string[]; similarity: number }[] }>();
    expect(clusters.map((one) => one.ids)).toEqual([some('a', 'a-other-title', 'a-cut'), some('seed', 'seed-again')]);
    expect(clusters[0]!.similarity).toBeGreaterThan(0.5);
    expect(clusters[0]!.similarity).toBeLessThan(0.8);
  });

  test('readably without --json, and not what lies in the trash', async () => {
    expect((await home.run('--lang', 'en', 'duplicates')).stdout.toString()).toMatch(/2 copies, 100 % alike[\s\S]*Clusters: 2/u);
    await home.run('trash', ids.get('seed-again')!);
    expect((await home.run('--lang', 'ar', 'duplicates', '--near')).stdout.toString()).toMatch(/3 نسخ[\s\S]*المجموعات: 1/u);
  });
});
