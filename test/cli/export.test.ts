// What the command line tells of an export: characters that no face has, and which face.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Home, makeHome, root, seed } from '../support/warraq.ts';

describe('missing characters', () => {
  let home: Home;
  let output: string;
  beforeAll(async () => {
    home = makeHome();
    output = join(home.dir, 'out.pdf');
    const file = join(home.dir, 'faces.txt');
    writeFileSync(file, 'خبر عن الوجوه\n\nحرف 漢 ثم 字 ثم 漢 في السطر نفسه من الخبر.\n');
    expect((await home.run('import', file)).code).toBe(0);
  });
  afterAll(() => home[Symbol.dispose]());

  test('are listed in the document, the most frequent first', async () => {
    const run = await home.run('--json', 'export', '--format', 'pdf', '-o', output);
    expect(run.json()).toMatchObject({
      written: [{ path: output }],
      items: 1,
      missing: [
        { character: '漢', codePoint: 'U+6F22', count: 2 },
        { character: '字', codePoint: 'U+5B57', count: 1 },
      ],
    });
    expect(run.stderr).toBe('');
  });

  test.each([
    ['ar', /خط الطباعة.*漢 \(U\+6F22\) ×2.*字 \(U\+5B57\) ×1/u],
    ['en', /neither the typeface.*漢 \(U\+6F22\) ×2.*字 \(U\+5B57\) ×1/u],
  ])('are told on stderr: %s', async (language, sentence) => {
    const run = await home.run('--lang', language, 'export', '--format', 'pdf', '-o', output);
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(sentence);
  });

  test('the name of the file tells the format where only one is named so', async () => {
    const run = await home.run('--json', 'export', '-o', join(home.dir, 'named.PDF'));
    expect(run.code).toBe(0);
    expect(readFileSync(join(home.dir, 'named.PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    for (const name of ['named.txt', 'named', 'named.xyz']) expect((await home.run('export', '-o', join(home.dir, name))).code).toBe(2);
  });

  test('- is stdout, a link stays one, and no device is replaced', async () => {
    const [file, link, pipe] = ['plain.txt', 'link.txt', 'pipe'].map((name) => join(home.dir, name));
    const [id] = (await home.run('--json', 'list')).json<{ items: { id: string }[] }>().items.map((one) => one.id);
    await home.run('edit', id!, '--set', 'source=صوت الواحة', '--set', 'creators=سامي', '--set', 'creators=ليلى');
    await home.run('export', '--format', 'text', '-o', file!);
    const bytes = readFileSync(file!);
    expect(bytes.toString()).toContain('\n\nصوت الواحة · سامي · ليلى');
    const { code, stdout, stderr } = await home.run('export', '--format', 'text', '-o', '-');
    expect([code, stdout.equals(bytes), stderr]).toEqual([0, true, '']);
    expect((await home.run('--json', 'export', '--format', 'text', '-o', '-')).code).toBe(2);
    writeFileSync(file!, '');
    symlinkSync(file!, link!);
    expect((await home.run('export', '--format', 'text', '-o', link!)).code).toBe(0);
    expect([lstatSync(link!).isSymbolicLink(), readFileSync(file!).equals(bytes)]).toEqual([true, true]);
    if (process.platform === 'win32') return;
    spawnSync('mkfifo', [pipe!]);
    const [read] = await Promise.all([readFile(pipe!), home.run('export', '--format', 'text', '-o', pipe!)]);
    expect([read.equals(bytes), lstatSync(pipe!).isFIFO()]).toEqual([true, true]);
  });

  test('formats without a face miss nothing', async () => {
    const run = await home.run('--json', 'export', '--format', 'text', '-o', join(home.dir, 'out.txt'));
    expect(run.json()).toMatchObject({ missing: [] });
  });

  test('an article that is all there says nothing', async () => {
    using other = makeHome();
    await other.run('import', seed);
    const run = await other.run('export', '--format', 'pdf', '-o', join(other.dir, 'out.pdf'));
    expect([run.code, run.stderr]).toEqual([0, '']);
  });
});

test('faces are listed, added, set in and refused in words', async () => {
  using home = makeHome();
  const face = join(root, 'node_modules/@expo-google-fonts/vazirmatn/500Medium/Vazirmatn_500Medium.ttf');
  const added = { id: 'vazirmatn-medium', family: 'Vazirmatn', kashida: true, own: true };
  expect((await home.run('--json', 'face', 'add', face, '--kashida')).json()).toEqual({ face: added });
  expect((await home.run('--json', 'face', 'list')).json<{ faces: { id: string }[] }>().faces.map(({ id }) => id)).toEqual([
    'amiri',
    'noto-naskh',
    'scheherazade',
    'vazirmatn',
    'noto-kufi',
    'vazirmatn-medium',
  ]);
  await home.run('import', seed);
  const output = join(home.dir, 'out.pdf');
  const options = ['--columns', '2', '--print', 'large', '--profile', 'a-1b'];
  expect((await home.run('export', '--format', 'pdf', '-o', output, '--face', added.id, ...options)).code).toBe(0);
  expect(readFileSync(output, 'latin1')).toContain('Vazirmatn-Medium');
  expect((await home.run('face', 'remove', added.id)).code).toBe(0);
  const gone = await home.run('export', '--format', 'pdf', '-o', output, '--face', added.id);
  expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining('noto-kufi')]);
  expect(existsSync(output)).toBe(true);
  const refused = await home.run('--lang', 'ar', 'face', 'add', seed);
  expect([refused.code, refused.stderr]).toEqual([6, expect.stringContaining('TrueType')]);
}, 120_000);
