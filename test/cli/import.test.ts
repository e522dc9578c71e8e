// An import by the command line: previewed, reported, interrupted and gone on with, pages that were saved twice.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { makeHome } from '../support/warraq.ts';

const home = mkdtempSync(join(tmpdir(), 'warraq-import-'));
const place = makeHome();
afterAll(() => {
  place[Symbol.dispose]();
  rmSync(home, { recursive: true, force: true });
}, 120_000);
let archives = 0;

async function warraq<T = unknown>(args: readonly string[]): Promise<{ code: number | null; stderr: string; json: T }> {
  const { code, stderr, json } = await place.run(...args);
  return { code, stderr, json: json<T>() };
}

type Result = {
  imported: { path: string; id: string; title: string; captureOf?: string; reading?: { format: string; paragraphs: number } }[];
  duplicates: { path: string; of: string; interrupted?: boolean }[];
  failed: { path: string; code: string }[];
  near?: { ids: string[] }[];
};

function folderOf(files: Record<string, string>): string {
  const folder = join(home, `folder-${++archives}`);
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
const archive = (): string => join(home, `archive-${++archives}`);
const prose = 'أعلنت الوزارة اليوم عن افتتاح المعرض السنوي للكتاب في العاصمة، بمشاركة دور نشر كثيرة من أنحاء الوطن العربي وخارجه. ';
const text = (n: number): string => `عنوان المقال رقم ${n}\n\n${prose.repeat(2)} ${n}\n`;

test('a preview keeps nothing and tells what would become what', async () => {
  const dir = archive();
  const folder = folderOf({ 'a.txt': text(1), 'b.txt': '' });
  const { code, json } = await warraq<Result>(['--archive', dir, '--json', 'import', '--dry-run', folder]);
  expect(code).toBe(6);
  expect(json.imported).toMatchObject([{ title: 'عنوان المقال رقم 1', reading: { format: 'text', encoding: 'utf-8', paragraphs: 1 } }]);
  const { json: list } = await warraq<{ total: number }>(['--archive', dir, '--json', 'list']);
  expect(list.total).toBe(0);
}, 60_000);

test('a report in CSV names every input and what became of it', async () => {
  const folder = folderOf({ 'a.txt': text(1), 'b.txt': '', 'c.txt': text(1), 'd.txt': `=1+1\n\n${prose}` });
  const report = join(home, 'report.csv');
  await warraq(['--archive', archive(), '--json', '--lang', 'en', 'import', '--report', report, folder]);
  const rows = parse<Record<string, string>>(readFileSync(report), { columns: true, bom: true });
  expect(rows.map(({ outcome, title, code }) => [outcome, title, code])).toEqual([
    ['imported', 'عنوان المقال رقم 1', ''],
    ['refused', '', 'capture.empty'],
    ['duplicate', '', ''],
    ['imported', "'=1+1", ''],
  ]);
  expect(rows[1]!['message']).toContain('is empty');
}, 60_000);

test('an interrupted import goes on without doubles, and says so', async () => {
  const dir = archive();
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.txt`, text(n)]));
  const folder = folderOf(files);
  await warraq(['--archive', dir, '--json', 'import', folder]);
  // As a kill leaves it: kept, and the import not ended.
  writeFileSync(
    join(dir, '.warraq', 'import.json'),
    JSON.stringify({ paths: [folder], begun: new Date(Date.now() - 3_600_000).toISOString() }),
  );
  writeFileSync(join(folder, 'new.txt'), text(99));
  const { json, stderr } = await warraq<Result>(['--archive', dir, '--json', '--lang', 'en', 'import', folder]);
  expect(stderr).toContain('interrupted before');
  expect(json.duplicates.filter((one) => one.interrupted)).toHaveLength(30);
  expect(json.imported).toHaveLength(1);
  const again = await warraq<Result>(['--archive', dir, '--json', '--lang', 'en', 'import', folder]);
  expect(again.stderr).not.toContain('interrupted');
  expect(again.json.duplicates.filter((one) => one.interrupted)).toEqual([]);
}, 120_000);

test('a killed import of a folder goes on where it was: every article once', async () => {
  const dir = archive();
  const folder = folderOf(Object.fromEntries(Array.from({ length: 700 }, (_, n) => [`${String(n).padStart(3, '0')}.txt`, text(n)])));
  const { child, ended } = place.start('--archive', dir, '--json', 'import', folder);
  const begun = (): boolean =>
    globSync('data/journal/*/*.jsonl', { cwd: dir }).some((name) => readFileSync(join(dir, name), 'latin1').includes('capture'));
  while (child.exitCode === null && !begun()) await new Promise((later) => setTimeout(later, 20));
  child.kill('SIGKILL');
  await ended;
  const { json } = await warraq<Result>(['--archive', dir, '--json', 'import', folder]);
  expect(json.imported.length + json.duplicates.length).toBe(700);
  expect(json.duplicates.every((one) => one.interrupted)).toBe(true);
  const { json: list } = await warraq<{ total: number }>(['--archive', dir, '--json', 'list', '--limit', '1']);
  expect(list.total).toBe(700);
}, 240_000);

const page = (saved: string, words: string): string => `<!doctype html><!--
 Page saved with SingleFile
 url: https://www.example.org/news/1?utm_source=x
 saved date: ${saved}
--><html lang="ar"><head><title>خبر المعرض السنوي</title></head><body><article><h1>خبر المعرض السنوي</h1><p>${prose.repeat(3)}</p><p>${words} ${prose}</p></article></body></html>`;

test('a page saved twice becomes two captures that can be compared word by word', async () => {
  const dir = archive();
  const folder = folderOf({
    '1.html': page('Sat Mar 02 2024 10:00:00 GMT+0000', 'حضر الافتتاح عشرون ناشرًا'),
    '2.html': page('Sun Mar 03 2024 10:00:00 GMT+0000', 'حضر الافتتاح ثلاثون ناشرًا'),
    '3.html': page('Sun Mar 03 2024 10:00:00 GMT+0000', prose).replace('/news/1', '/news/2'),
  });
  const { json } = await warraq<Result>(['--archive', dir, '--json', 'import', folder]);
  const [first, second, other] = json.imported;
  expect(second!.captureOf).toBe(first!.id);
  expect(first!.captureOf).toBeUndefined();
  expect(other!.captureOf).toBeUndefined();
  const { json: found } = await warraq<{ captures: { id: string; captured: string }[] }>([
    '--archive',
    dir,
    '--json',
    'captures',
    second!.id,
  ]);
  expect(found.captures.map(({ id, captured }) => [id, captured.slice(0, 10)])).toEqual([
    [first!.id, '2024-03-02'],
    [second!.id, '2024-03-03'],
  ]);
  const { json: compared } = await warraq<{ gone: number; new: number; parts: { op: string; text: string }[] }>([
    '--archive',
    dir,
    '--json',
    'compare',
    first!.id,
    second!.id,
  ]);
  expect(compared).toMatchObject({ gone: 1, new: 1 });
  expect(compared.parts.filter(({ op }) => op !== 'same').map(({ text: words }) => words)).toEqual(['عشرون', 'ثلاثون']);
}, 120_000);

test('articles that are nearly the same are told of when asked', async () => {
  const long = Array.from({ length: 40 }, (_, n) => `وقالت الجملة رقم ${n} إن المعرض ${n * 7} يستمر ${n + 3} أيام.`).join(' ');
  const folder = folderOf({ 'a.txt': `خبر أول\n\n${long}`, 'b.txt': `خبر ثان\n\n${long} وأضيفت هذه الجملة.`, 'c.txt': text(3) });
  const { json } = await warraq<Result>(['--archive', archive(), '--json', 'import', '--near', folder]);
  expect(json.imported).toHaveLength(3);
  expect(json.near).toHaveLength(1);
  expect(json.near![0]!.ids.toSorted()).toEqual([json.imported[0]!.id, json.imported[1]!.id].toSorted());
}, 60_000);

test.skipIf(process.platform !== 'linux')(
  'files whose names are no sound UTF-8 are taken in, each once',
  async () => {
    const folder = folderOf({ 'a.txt': text(1) });
    const place = (byte: number): Buffer => Buffer.concat([Buffer.from(`${folder}/اسم-`), Buffer.from([byte]), Buffer.from('.txt')]);
    writeFileSync(place(0xff), text(2));
    writeFileSync(place(0xfe), text(3));
    const { code, json } = await warraq<Result>(['--archive', archive(), '--json', 'import', folder]);
    expect(code).toBe(0);
    expect(json.imported.map(({ title }) => title).toSorted()).toEqual([1, 2, 3].map((n) => `عنوان المقال رقم ${n}`));
    expect(json.imported.filter(({ path }) => path.endsWith('اسم-\uFFFD.txt'))).toHaveLength(2);
    // A command line gives their names as text.
    const { json: named } = await warraq<Result>(['--archive', archive(), '--json', 'import', join(folder, 'اسم-\uFFFD.txt')]);
    expect(named.imported.map(({ title }) => title).toSorted()).toEqual([2, 3].map((n) => `عنوان المقال رقم ${n}`));
  },
  60_000,
);
