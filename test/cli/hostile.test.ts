// Hostile inputs through the whole program, watched: nothing is fetched, nothing is written outside, and every refusal is a
// sentence in both languages.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Item } from '../../src/contract/item.ts';
import { makeHome, root } from '../support/warraq.ts';
import { zipOf } from '../support/zip-file.ts';

const outside = mkdtempSync(join(tmpdir(), 'warraq-hostile-'));
const inbox = join(outside, 'inbox');
const watched = join(outside, 'watched.txt');
const home = makeHome();
let asked = 0;
const server = createServer((_, answer) => {
  asked++;
  answer.end('x');
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const before = 'كتب المراسل أن المؤتمر انعقد في العاصمة أمس وحضره عدد كبير من الباحثين والصحفيين من بلدان كثيرة.';
const after = 'وقال المنظمون إن الجلسات ستستمر ثلاثة أيام، وإن التوصيات ستنشر كاملة بعد انتهاء أعمال المؤتمر.';

/** A tar archive as the simplest programs write it. */
function tarOf(files: [name: string, text: string][]): Buffer {
  const records = files.flatMap(([name, text]) => {
    const [header, content] = [Buffer.alloc(512), Buffer.from(text)];
    header.write(name);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    header.write('0', 156);
    header.write('ustar', 257);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...records, Buffer.alloc(1024)]);
}

type Result = {
  imported: { path: string; id: string; captureOf?: string; warning?: string }[];
  failed: { path: string; code: string; message: string }[];
};
let result: Result;
let outsideAfter: string[];

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  mkdirSync(inbox);
  const attacks = [
    `<script src="${at}/s.js"></script><script>window.PWNED=1</script>`,
    `<img src="${at}/i.png" srcset="${at}/j.png 2x" onerror="window.PWNED=1">`,
    `<img src="file:///etc/passwd"><img src="../../../etc/passwd">`,
    `<style>@import url(${at}/x.css);body{background:url(${at}/b.png)}</style>`,
    `<link rel="stylesheet" href="${at}/z.css"><link rel="prefetch" href="${at}/p"><base href="${at}/">`,
    `<iframe src="${at}/f" srcdoc="<script>parent.PWNED=1</script>"></iframe><object data="file:///etc/passwd"></object>`,
    `<meta http-equiv="refresh" content="0;url=${at}/"><video src="${at}/v" autoplay></video>`,
    `<svg><image href="${at}/a.svg"/><script>window.PWNED=1</script></svg>`,
    `<img src="data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="${at}/q"/></svg>`).toString('base64')}">`,
    `<form action="${at}/"><input autofocus onfocus="fetch('${at}/k')"></form><a href="javascript:fetch('${at}/l')">رابط</a>`,
  ];
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(inbox, name), bytes);
  const page = (attack: string): string =>
    `<!doctype html><html><head><title>خبر المؤتمر</title></head><body><article><h1>خبر المؤتمر</h1><p>${before}</p>${attack}<p>${after}</p></article></body></html>`;
  for (const [n, attack] of attacks.entries()) put(`attack-${n}.html`, page(attack));
  put(
    'xxe.rss',
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e SYSTEM "${at}/e"><!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>خبر &e;</title><description>${before} &f;</description></item></channel></rss>`,
  );
  put(
    'bomb.rss',
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'ا'.repeat(1000)}">${Array.from({ length: 12 }, (_, n) => `<!ENTITY b${n} "${`&${n === 0 ? 'a' : `b${n - 1}`};`.repeat(10)}">`).join('')}]><rss><channel><item><title>خبر</title><description>&b11;</description></item></channel></rss>`,
  );
  put(
    'template.docx',
    zipOf([
      { name: '[Content_Types].xml', bytes: utf8('<Types/>') },
      {
        name: 'word/document.xml',
        bytes: utf8(
          `<w:document><w:body><w:p><w:r><w:t>${before}</w:t></w:r></w:p><w:p><w:r><w:drawing><a:blip r:link="r2" r:embed="r2"/></w:drawing></w:r></w:p></w:body></w:document>`,
        ),
      },
      {
        name: 'word/_rels/document.xml.rels',
        bytes: utf8(
          `<Relationships><Relationship Id="r2" Type="http://x/image" Target="${at}/i.png" TargetMode="External"/></Relationships>`,
        ),
      },
      {
        name: 'word/_rels/settings.xml.rels',
        bytes: utf8(
          `<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="${at}/t.dotm" TargetMode="External"/></Relationships>`,
        ),
      },
    ]),
  );
  put(
    'slip.zip',
    zipOf([
      { name: '../../../slipped.txt', bytes: utf8(before) },
      { name: '/tmp/slipped.txt', bytes: utf8(before) },
      { name: '..\\..\\slipped.txt', bytes: utf8(before) },
      { name: 'link', bytes: utf8('/etc/passwd'), symlink: true },
      { name: 'good.txt', bytes: utf8(`عنوان\n${before}`) },
    ]),
  );
  put('bomb.json.gz', gzipSync(Buffer.alloc(60_000_000, 32)));
  put('bomb.zip', zipOf([{ name: 'a.txt', bytes: utf8('x'), claims: 300_000_000 }]));
  put('deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  put('polluted.json', `[{"__proto__":{"polluted":1},"title":"عنوان","text":"${before}"}]`);
  put(
    'slip.tar',
    tarOf([
      ['../slipped.txt', before],
      ['good.txt', `عنوان آخر\n${after}`],
    ]),
  );
  put('newer.json', `{"schemaVersion":999,"id":"1","title":"عنوان","unknown":{"x":1}}`);
  put('same-a.json', `{"id":"س","title":"أ","body":"${before}"}`);
  put('same-b.json', `{"id":"س","title":"ب","body":"${after}"}`);
  put('turned.html', page('<p>if access_level != "user\u202e \u2066// تحقق\u2069 \u2066" {</p>'));
  put(
    'scan.pdf',
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>',
  );
  put('empty.txt', '');
  put('random.txt', Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919 + (n >> 3) * 31) & 0xff)));
  put('picture.html', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500)]));
  put('cut.zip', zipOf([{ name: 'a.txt', bytes: utf8(before.repeat(9)) }]).subarray(0, 300));
  put(
    'scripted.html',
    '<!doctype html><html><head><title>ع</title></head><body><div id="app"></div><script>document.write("نص")</script></body></html>',
  );
  put('escape.txt', `\u001b]0;pwned\u0007\u001b[31mعنوان\u001b[0m\n${before}`);
  put('controls.txt', Buffer.concat([Buffer.from(Array.from({ length: 31 }, (_, n) => n + 1)), utf8(before)]));
  process.env['WARRAQ_WATCHED'] = watched;
  process.env['NODE_OPTIONS'] = `--import ${join(root, 'test/support/no-network.mjs')}`;
  // Its environment is that of the moment it is made.
  using watcher = makeHome({ archive: home.archive });
  delete process.env['NODE_OPTIONS'];
  const run = await watcher.run('--json', '--lang', 'en', 'import', inbox);
  result = run.json<Result>();
  outsideAfter = readdirSync(outside).sort();
}, 240_000);

afterAll(() => {
  server.close();
  home[Symbol.dispose]();
  rmSync(outside, { recursive: true, force: true });
}, 60_000);

test('nothing is fetched, looked up or started', () => {
  const notes = readFileSync(watched, 'utf8').trim().split('\n');
  expect(notes).toContain('watching');
  expect(notes.filter((line) => line !== 'watching')).toEqual([]);
  expect(asked).toBe(0);
});

test('the watch would see a request', () => {
  const code = "fetch('http://127.0.0.1:9/').catch(() => {}); require('node:net').connect(9, '127.0.0.1').on('error', () => {})";
  const seen = join(outside, 'seen.txt');
  spawnSync(process.execPath, ['--import', join(root, 'test/support/no-network.mjs'), '-e', code], {
    env: { ...process.env, WARRAQ_WATCHED: seen },
    timeout: 50_000,
  });
  expect(readFileSync(seen, 'utf8')).toMatch(/fetch[^]*connect/);
}, 60_000);

test('nothing is written outside the archive', () => {
  expect(outsideAfter).toEqual(['inbox', 'watched.txt']);
  expect(readdirSync(tmpdir())).not.toContain('slipped.txt');
});

test('both paragraphs of every attacked page are kept, and no script of it', async () => {
  const attacked = result.imported.filter(({ path }) => path.includes('attack-'));
  const { items } = (await home.run('--json', 'show', ...attacked.map(({ id }) => id))).json<{ items: Item[] }>();
  for (const [n, { path }] of attacked.entries()) {
    const text = JSON.stringify(items[n]!.body);
    expect(text, path).toContain(before);
    expect(text, path).toContain(after);
    expect(text, path).not.toMatch(/PWNED|javascript:|<script|onerror|root:/);
  }
  expect(attacked).toHaveLength(10);
}, 120_000);

test('what is refused says why in a sentence, in English and in Arabic; what is sound is kept', async () => {
  const codes = Object.fromEntries(result.failed.map(({ path, code }) => [path.replace(`${inbox}/`, ''), code]));
  expect(codes).toMatchObject({
    'bomb.json.gz': 'capture.bomb',
    'cut.zip': 'capture.damaged',
    'deep.json': 'capture.damaged',
    'empty.txt': 'capture.empty',
    'picture.html': 'capture.binary',
    'random.txt': 'capture.binary',
    'scripted.html': 'capture.no-text',
    'newer.json': 'capture.newer',
    'slip.tar/../slipped.txt': 'capture.unsafe-name',
    'slip.zip/../../../slipped.txt': 'capture.unsafe-name',
    'slip.zip//tmp/slipped.txt': 'capture.unsafe-name',
    'slip.zip/link': 'capture.unsafe-name',
  });
  const kept = result.imported.map(({ path }) => path.replace(`${inbox}/`, ''));
  for (const name of ['slip.zip', 'slip.tar', 'polluted.json', 'template.docx', 'xxe.rss', 'escape.txt', 'controls.txt'])
    expect(kept).toContain(name);
  const arabic = (await home.run('--json', '--lang', 'ar', 'import', '--dry-run', '--duplicates', 'keep', inbox)).json<Result>();
  expect(arabic.failed.map(({ path, code }) => [path, code])).toEqual(result.failed.map(({ path, code }) => [path, code]));
  for (const [n, { message, path }] of result.failed.entries()) {
    for (const sentence of [message, arabic.failed[n]!.message]) {
      expect(sentence, path).not.toMatch(/\{\w+\}|undefined|capture\./);
      expect(sentence.length).toBeGreaterThan(40);
      expect(sentence).toMatch(/[.]$/);
    }
    expect(arabic.failed[n]!.message).toMatch(/\p{Script=Arabic}{2}/u);
  }
}, 120_000);

test('records with one identifier are both kept, and each is told of the other', async () => {
  const [a, b] = ['same-a.json', 'same-b.json'].map((name) => result.imported.find(({ path }) => path.endsWith(name))!);
  expect(b!.captureOf).toBe(a!.id);
  const { captures } = (await home.run('--json', 'captures', a!.id)).json<{ captures: { id: string }[] }>();
  expect(captures.map(({ id }) => id).toSorted()).toEqual([a!.id, b!.id].toSorted());
}, 60_000);

test('what turns letters round is warned of, and so is a scan without text', () => {
  const warned = Object.fromEntries(result.imported.map(({ path, warning }) => [path.replace(`${inbox}/`, ''), warning]));
  expect(warned['turned.html']).toMatch(/hidden characters/);
  expect(warned['scan.pdf']).toMatch(/no text layer/);
  expect(warned['attack-0.html']).toBeUndefined();
});

test('terminal escapes are no part of a title', async () => {
  const { id } = result.imported.find(({ path }) => path.endsWith('escape.txt'))!;
  const { items } = (await home.run('--json', 'show', id)).json<{ items: Item[] }>();
  expect(items[0]!.title).toBe('عنوان');
}, 60_000);
