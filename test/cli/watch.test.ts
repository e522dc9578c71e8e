// A watched folder by the command line: new and changed files, those that grow, refusals, a restart.
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeHome, type Started } from '../support/warraq.ts';

const outside = mkdtempSync(join(tmpdir(), 'warraq-watch-'));
const inbox = join(outside, 'وارد');
const place = makeHome();
afterAll(() => {
  place[Symbol.dispose]();
  rmSync(outside, { recursive: true, force: true });
}, 60_000);
mkdirSync(inbox);

type Result = { imported: { path: string; title: string }[]; duplicates: unknown[]; failed: { path: string; code: string }[] };
const prose = 'أعلنت الوزارة اليوم عن افتتاح المعرض السنوي للكتاب في العاصمة، بمشاركة دور نشر كثيرة من أنحاء الوطن العربي.';
const put = (name: string, text: string): void => writeFileSync(join(inbox, name), text);
const article = (title: string): string => `${title}\n\n${prose} ${title}\n`;

function watch(): Started & { said: (words: string) => Promise<void>; end: () => Promise<{ code: number | null; json: Result }> } {
  const started = place.start('--json', '--lang', 'en', 'import', '--watch', inbox);
  let told = '';
  started.child.stderr!.on('data', (chunk: Buffer) => (told += chunk.toString()));
  return {
    ...started,
    async said(words) {
      while (!told.includes(words)) {
        if (started.child.exitCode !== null) throw new Error(told);
        await new Promise((later) => setTimeout(later, 50));
      }
    },
    async end() {
      started.child.kill('SIGINT');
      const { code, json } = await started.ended;
      return { code, json: json<Result>() };
    },
  };
}

test('what is new or changed is taken in once it is quiet, and nothing twice, over restarts', async () => {
  put('one.txt', article('الخبر الأول'));
  put('empty.txt', '');
  const first = watch();
  await first.said('الخبر الأول');
  // A file that grows is one article, whole.
  put('grows.txt', 'الخبر النامي\n\n');
  const growing = setInterval(() => appendFileSync(join(inbox, 'grows.txt'), `${prose}\n\n`), 300);
  put('two.txt', article('الخبر الثاني'));
  await first.said('الخبر الثاني');
  await new Promise((later) => setTimeout(later, 2500));
  clearInterval(growing);
  appendFileSync(join(inbox, 'grows.txt'), 'آخر سطر في الخبر النامي.');
  await first.said('الخبر النامي');
  put('one.txt', article('الخبر الأول المعدّل'));
  await first.said('المعدّل');
  const { code, json } = await first.end();
  expect(code).toBe(6);
  expect(json.imported.map(({ title }) => title).toSorted()).toEqual(
    ['الخبر الأول', 'الخبر الأول المعدّل', 'الخبر الثاني', 'الخبر النامي'].toSorted(),
  );
  expect(json.failed.map(({ code: why }) => why)).toEqual(['capture.empty']);
  const { items } = (await place.run('--json', 'list')).json<{ items: { id: string; title: string }[] }>();
  const grown = items.find(({ title }) => title === 'الخبر النامي')!;
  expect((await place.run('--json', 'show', grown.id)).stdout.toString()).toContain('آخر سطر في الخبر النامي.');

  // While nobody looked: one was purged, one was moved, one is new.
  const gone = items.find(({ title }) => title === 'الخبر الثاني')!;
  await place.run('trash', gone.id);
  expect((await place.run('purge', gone.id)).code).toBe(0);
  renameSync(join(inbox, 'grows.txt'), join(inbox, 'moved.txt'));
  put('new.txt', article('الخبر الجديد'));
  const second = watch();
  await second.said('الخبر الجديد');
  await second.said('moved.txt');
  const again = await second.end();
  expect(again.json.imported.map(({ title }) => title)).toEqual(['الخبر الجديد']);
  expect(again.json.duplicates).toHaveLength(1);
  expect(again.json.failed).toEqual([]);
}, 240_000);

test('a folder that is not there, or is the archive itself, is refused', async () => {
  expect((await place.run('--lang', 'en', 'import', '--watch', join(outside, 'none'))).code).toBe(6);
  const own = await place.run('--lang', 'en', 'import', '--watch', place.archive);
  expect(own.code).toBe(2);
  expect(own.stderr).toContain('part of the archive itself');
}, 120_000);

test('an archive within the watched folder is passed over', async () => {
  const folder = join(outside, 'كل شيء');
  mkdirSync(folder);
  const archive = join(folder, 'أرشيف');
  writeFileSync(join(folder, 'a.txt'), article('خبر بجوار الأرشيف'));
  const { child, ended } = place.start('--archive', archive, '--json', 'import', '--watch', folder);
  let told = '';
  child.stderr!.on('data', (chunk: Buffer) => (told += chunk.toString()));
  while (!told.includes('خبر بجوار الأرشيف')) await new Promise((later) => setTimeout(later, 50));
  await new Promise((later) => setTimeout(later, 4000));
  child.kill('SIGINT');
  expect((await ended).json<Result>().imported).toHaveLength(1);
}, 60_000);
