// The command line as scripts see it: one JSON document on stdout, exit codes, sentences on stderr.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '../../src/contract/item.ts';
import { type Home, makeHome, root, seed } from '../support/warraq.ts';

type Imported = {
  imported: { path: string; id: string; title: string }[];
  duplicates: unknown[];
  failed: { path: string; code: string; message: string }[];
};
const paragraphs = readFileSync(seed, 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);

describe('one saved page', () => {
  let home: Home;
  let id: string;
  beforeAll(async () => {
    home = makeHome();
    const run = await home.run('--json', 'import', seed);
    expect(run.code).toBe(0);
    id = run.json<Imported>().imported[0]!.id;
  });
  afterAll(() => home[Symbol.dispose]());

  test('becomes an item: title, 15 paragraphs to the letter, source, the page’s clock', async () => {
    const { items } = (await home.run('--json', 'show', id)).json<{ items: Item[] }>();
    const [item] = items;
    expect(item!.title).toBe(paragraphs[1]);
    expect(item!.body.map((block) => block.text)).toEqual(paragraphs.slice(2, 17));
    expect(item!.source).toBe('الوقت');
    expect(item!.dates.updated).toEqual({ value: '2024-05-04', stated: 'السبت, مايو 4, 2024', calendar: 'gregorian' });
    expect(item!.dates.published).toBeUndefined();
    expect(JSON.stringify(item!.body)).not.toMatch(/طباعة الخبر|اضافة تعليق/);
  });

  test('keeps the original byte for byte', async () => {
    expect((await home.run('show', id, '--original')).stdout.equals(readFileSync(seed))).toBe(true);
    const half = await home.run('show', id, 'nonsense', '--original');
    expect([half.code, half.stdout.toString()]).toEqual([3, '']);
  });

  test.each(['ولايتي', 'بوتين', 'الإقليمية', 'الاقليمية', 'إقليمية', 'مُسْتَشَار', 'روسيا وإيران', '"قائد الثورة"', 'ولا*'])(
    'is found by %s',
    async (query) => {
      const found = (await home.run('--json', 'search', query)).json<{
        total: number;
        hits: { id: string; snippet: { text: string; marks: [number, number][] } }[];
      }>();
      expect(found.hits.map((hit) => hit.id)).toEqual([id]);
      const { text, marks } = found.hits[0]!.snippet;
      expect(marks.length).toBeGreaterThan(0);
      for (const [start, end] of marks) expect(text.slice(start, end)).toMatch(/^[\p{L}\p{M}].*[\p{L}\p{M}]$/u);
    },
  );

  test('is not found by what it does not hold', async () => {
    expect((await home.run('--json', 'search', 'برازيل')).json()).toMatchObject({ total: 0, hits: [] });
    expect((await home.run('--json', 'search', '"الثورة قائد"')).json()).toMatchObject({ total: 0 });
    expect((await home.run('--json', 'search', 'الإقليمية -بوتين')).json()).toMatchObject({ total: 0 });
    // Some of its words are enough, but for those who ask for all, or for a very spelling.
    expect((await home.run('--json', 'search', 'بوتين برازيل')).json()).toMatchObject({ total: 1, relaxed: true });
    for (const query of ['بوتين AND برازيل', 'بوتين و برازيل', 'بوتين "برازيل"', '"بوتين" "برازيل"'])
      expect((await home.run('--json', 'search', query)).json(), query).toMatchObject({ total: 0, relaxed: false });
    const file = join(home.dir, 'some.txt');
    const written = await home.run('--lang', 'ar', 'export', '--query', 'بوتين برازيل', '--format', 'text', '-o', file);
    expect(written.stderr).toContain('بعض الكلمات فقط');
  });

  test('exact keeps spellings apart', async () => {
    expect((await home.run('--json', 'search', '--exact', 'إقليمية')).json()).toMatchObject({ total: 0 });
    expect((await home.run('--json', 'search', '--exact', 'الإقليمية')).json()).toMatchObject({ total: 1 });
  });

  test('the same bytes a second time are a duplicate, unless asked for', async () => {
    const unreported = await home.run('--json', 'import', '--report', join(home.dir, 'nowhere', 'report.csv'), seed);
    expect([unreported.code, unreported.json()]).toMatchObject([2, { duplicates: [{ of: id }] }]);
    expect(unreported.stderr).toContain('nowhere');
    expect((await home.run('--json', 'import', seed)).json()).toMatchObject({ imported: [], duplicates: [{ of: id }] });
  });

  test('tags, edits, the trash and back', async () => {
    expect((await home.run('--json', 'tag', 'add', 'دول/روسيا', id)).json()).toEqual({ changed: 1 });
    expect((await home.run('--json', 'tag', 'add', 'دول/روسيا', id)).json()).toEqual({ changed: 0 });
    expect((await home.run('--json', 'tag', 'rename', 'دول/روسيا', 'روسيا')).json()).toEqual({ changed: 1 });
    expect((await home.run('--json', 'tag', 'list')).json()).toEqual({ tags: [{ tag: 'روسيا', count: 1 }] });
    expect((await home.run('--json', 'list', '--tag', 'روسيا')).json()).toMatchObject({ total: 1 });
    expect((await home.run('--json', 'list', '--year', '2024', '--source', 'الوقت')).json()).toMatchObject({ total: 1 });
    expect((await home.run('--json', 'list', '--from', '2024-05-05')).json()).toMatchObject({ total: 0 });
    expect((await home.run('--json', 'list', '--to', '2024')).json()).toMatchObject({ total: 1 });
    const edited = (
      await home.run(
        '--json',
        'edit',
        id,
        '--set',
        'notes=ملاحظة = هنا',
        '--set',
        'creators=أ',
        '--set',
        'creators=ب',
        '--set',
        'dates.event=٤ محرم ١٤٤٥',
      )
    ).json<{ item: Item }>();
    expect(edited.item).toMatchObject({ notes: 'ملاحظة = هنا', creators: ['أ', 'ب'], dates: { event: { value: '2023-07-22' } } });
    expect((await home.run('--json', 'edit', id, '--unset', 'creators')).json<{ item: Item }>().item.creators).toEqual([]);
    expect((await home.run('--json', 'trash', id)).json()).toEqual({ changed: 1 });
    expect((await home.run('--json', 'list')).json()).toMatchObject({ total: 0 });
    expect((await home.run('--json', 'list', '--state', 'trashed')).json()).toMatchObject({ total: 1 });
    expect((await home.run('--json', 'search', 'بوتين')).json()).toMatchObject({ total: 0 });
    expect((await home.run('--json', 'restore', id)).json()).toEqual({ changed: 1 });
    expect((await home.run('--json', 'stats')).json()).toMatchObject({ items: 1, tags: 1, sources: 1, oldest: '2024-05-04' });
  });

  test('a short identifier stands for the whole', async () => {
    expect((await home.run('--json', 'show', id.slice(0, 13))).json<{ items: Item[] }>().items[0]!.id).toBe(id);
  });
});

describe('revisions and proof', () => {
  test('an edit is in the history, is undone, and everything verifies until a byte is changed', async () => {
    using home = makeHome();
    const { imported } = (await home.run('--json', 'import', seed)).json<{ imported: { id: string }[] }>();
    const id = imported[0]!.id;
    const before = (await home.run('--json', 'show', id)).json<{ items: Item[] }>().items[0]!;
    await home.run('edit', id, '--set', 'title=عنوان آخر', '--set', 'source=غيره');
    const { revisions } = (await home.run('--json', 'history', id)).json<{
      revisions: { revision: number; event: string; fields: string[] }[];
    }>();
    expect(revisions.map(({ revision, event }) => [revision, event])).toEqual([
      [1, 'capture'],
      [2, 'edit'],
    ]);
    expect(revisions[1]!.fields.sort()).toEqual(['source', 'title']);
    const { item } = (await home.run('--json', 'revert', id, '1')).json<{ item: Item }>();
    expect(item).toEqual({ ...before, revision: 3 });
    expect((await home.run('revert', id, '9')).code).toBe(3);
    expect((await home.run('--json', 'verify')).json()).toMatchObject({ missing: [], altered: [], unknown: [] });
    expect((await home.run('--json', 'reindex')).json()).toMatchObject({ items: 1 });
    const original = join(home.archive, 'data', 'originals', item.files[0]!.sha256.slice(0, 2), item.files[0]!.sha256);
    writeFileSync(original, readFileSync(original).fill(65, 10, 11));
    const damaged = await home.run('--json', 'verify', home.archive);
    expect(damaged.code).toBe(5);
    expect(damaged.json<{ altered: string[] }>().altered).toHaveLength(1);
    expect((await home.run('--json', 'purge', id)).json()).toEqual({ changed: 1 });
    expect((await home.run('show', id)).code).toBe(3);
    expect((await home.run('--json', 'verify')).json()).toMatchObject({ missing: [], altered: [], unknown: [] });
  });

  test('an archive of format 1 is brought on, with its history', async () => {
    using home = makeHome();
    cpSync(join(root, 'test', 'fixtures', 'archives', 'format-1'), home.archive, { recursive: true });
    const list = (await home.run('--json', 'list', '--state', 'trashed')).json<{ items: { id: string }[] }>();
    expect(list.items).toHaveLength(1);
    const history = (await home.run('--json', 'history', list.items[0]!.id)).json<{ revisions: { event: string }[] }>();
    expect(history.revisions.map(({ event }) => event)).toEqual(['capture', 'edit', 'tag', 'trash']);
    expect((await home.run('--json', 'verify')).json()).toMatchObject({ missing: [], altered: [], unknown: [] });
    expect(JSON.parse(readFileSync(join(home.archive, 'warraq.json'), 'utf8'))).toMatchObject({ format: 2 });
  });

  test('a newer format is refused with a sentence, and left as it is', async () => {
    using home = makeHome();
    await home.run('import', seed);
    const marker = join(home.archive, 'warraq.json');
    writeFileSync(marker, readFileSync(marker, 'utf8').replace('"format": 2', '"format": 99'));
    for (const args of [['list'], ['import', seed], ['edit', 'x', '--set', 'title=y']]) {
      const run = await home.run(...args);
      expect([run.code, /99/.test(run.stderr)]).toEqual([4, true]);
    }
  });
});

describe('exit codes and sentences', () => {
  test.each([
    [['list'], 4],
    [['nonsense'], 2],
    [['history', 'x'], 4],
    [['verify'], 4],
    [['duplicates'], 4],
    [['backup', 'x'], 2],
    [['revert', 'x'], 2],
    [['import'], 2],
    [['list', '--sort', 'sideways'], 2],
    [['list', '--nonsense'], 2],
    [['list', 'more'], 2],
    [['list', '--from', '2024-13-45'], 2],
    [['import', '--as', 'nonsense', 'x.txt'], 2],
    [['reindex', '--nonsense'], 2],
    [['edit', 'x', '--set', 'title=عنوان', 'آخر'], 2],
    [['tag', 'nonsense'], 2],
    [['tag', 'add', ' ', 'x'], 2],
    [['tag', 'rename', 'a', 'b', 'c'], 2],
    [['serve', '--port', '99999'], 2],
    [[], 2],
    [['--help'], 0],
    [['--version'], 0],
    [['formats'], 0],
  ] as [string[], number][])('%j exits %i', async (args, code) => {
    using home = makeHome();
    const run = await home.run(...args);
    expect(run.code).toBe(code);
    if (code === 0 || args.length === 0) return;
    expect(run.stderr).toMatch(/^warraq: .{20,}\.\n$/u);
    expect(run.stdout.toString()).toBe('');
    const asked = await home.run('--json', ...args);
    const { error } = asked.json<{ error: { code: string; message: string } }>();
    expect([asked.code, error.code]).toEqual([code, expect.stringMatching(/^(usage|archive)\.[a-z-]+$/)]);
    expect(asked.stderr).toBe(`warraq: ${error.message}\n`);
  });

  test('help of one command is how that is written', async () => {
    using home = makeHome();
    for (const args of [
      ['help', 'revert'],
      ['history', '--help'],
    ]) {
      const { stdout } = await home.run(...args);
      expect(stdout.toString()).toMatch(/history ID · revert ID/);
      expect(stdout.toString()).not.toMatch(/import|serve/);
    }
    expect((await home.run('search', '--', '--help')).code).toBe(4);
  });

  test('what is too long is 2, in Arabic alone when asked', async () => {
    using home = makeHome();
    await home.run('init');
    const run = await home.run('--lang', 'ar', 'search', 'كلمة '.repeat(3000));
    expect([run.code, /≤ 10000/.test(run.stderr)]).toEqual([2, true]);
    expect(run.stderr.replace(/warraq|QUERY/g, '')).not.toMatch(/[a-z]/i);
  });

  test('an article that is not there is 3, in Arabic when asked', async () => {
    using home = makeHome();
    await home.run('init');
    const run = await home.run('--lang', 'ar', 'show', '01900000-0000-7000-8000-000000000000');
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/لا يوجد مقال/);
  });

  test('a writer beside a writer is refused, a reader is not', async () => {
    using home = makeHome();
    await home.run('import', seed);
    const { openCore } = await import('../../src/core/core.ts');
    const core = await openCore({ dir: home.archive, app: 'desktop', cacheDir: join(home.dir, 'cache', 'warraq') });
    try {
      const refused = await home.run('tag', 'add', 'x', 'y');
      expect([refused.code, refused.stderr.includes('desktop')]).toEqual([4, true]);
      expect((await home.run('--json', 'list')).json()).toMatchObject({ total: 1 });
      expect((await home.run('--json', 'search', 'بوتين')).json()).toMatchObject({ total: 1 });
    } finally {
      await core.close();
    }
  });
});

test('a mixed folder: the articles are in, damaged or not; every other input has its own sentence', async () => {
  using home = makeHome();
  const folder = join(home.dir, 'مجلد');
  mkdirSync(folder);
  copyFileSync(seed, join(folder, 'article.txt'));
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'binary.txt'), Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)));
  writeFileSync(
    join(folder, 'damaged.txt'),
    Buffer.concat([Buffer.from('نص سليم '), Buffer.from([0xd8, 0x20, 0xff]), Buffer.from(' بعده')]),
  );
  writeFileSync(join(folder, 'line.txt'), 'كلمة '.repeat(6_000_000));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'unreadable.txt'));
  for (const language of ['ar', 'en']) {
    const run = await home.run('--json', '--lang', language, 'import', '--duplicates', 'keep', folder);
    expect(run.code).toBe(6);
    const { imported, failed } = run.json<Imported>();
    expect(imported).toHaveLength(2);
    expect(new Set(failed.map((one) => one.code)).size).toBe(4);
    expect(new Set(failed.map((one) => one.message)).size).toBe(4);
    for (const { message, path } of failed) {
      expect(message).toContain(path);
      expect(message).toMatch(language === 'ar' ? /[\u0600-\u06ff]{4}/ : /[a-z]{4}/);
    }
  }
  // Counted are originals as they lie there, once each; words also where no index was left.
  const counted = (await home.run('--json', 'stats')).json<{ items: number; words: number; bytes: number }>();
  const kept = ['article.txt', 'damaged.txt'].map((name) => readFileSync(join(folder, name)).length);
  expect(counted).toMatchObject({ items: 4, bytes: kept[0]! + kept[1]! });
  rmSync(join(home.dir, 'cache'), { recursive: true });
  expect((await home.run('--json', 'stats')).json()).toEqual(counted);
  expect(counted.words).toBeGreaterThan(100);
}, 60_000);
