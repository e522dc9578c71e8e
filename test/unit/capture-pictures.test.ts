// Pictures that came with an article are kept as its files, where they stood, with their words and their captions.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import type { CapturedArticle } from '../../src/core/capture/capture.ts';
import { captureAll } from '../../src/core/capture/capture-all.ts';
import { isRefused } from '../../src/core/capture/formats/format.types.ts';
import { picturesBeside } from '../../src/core/jobs/pictures-beside.ts';
import { readInput } from '../../src/core/jobs/read-inputs.ts';
import { zipOf } from '../support/zip-file.ts';

function png(width: number, shade: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(width, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: width }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(width, shade)])));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const picture = png(9, 80);
const digest = createHash('sha256').update(picture).digest('hex');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const prose = 'أعلنت الوزارة اليوم عن افتتاح المعرض السنوي للكتاب في العاصمة، بمشاركة دور نشر كثيرة من أنحاء الوطن العربي وخارجه. ';
const page = (
  src: string,
  more = '',
): string => `<!doctype html><html lang="ar"><head><title>افتتاح المعرض السنوي للكتاب</title></head><body>
<article><h1>افتتاح المعرض السنوي للكتاب</h1><p>${prose.repeat(2)}</p>
<figure><a href="https://example.org/big"><img alt="قاعة المعرض" src="${src}"></a><figcaption>القاعة الكبرى يوم الافتتاح</figcaption></figure>
<p>${prose.repeat(3)}</p>${more}</article></body></html>`;

async function one(bytes: Uint8Array, path: string): Promise<CapturedArticle> {
  const [found] = await captureAll({ bytes, path });
  if (!found || isRefused(found)) throw new Error(path);
  return found;
}

/** One picture, between the paragraph before it and its caption. */
function expectPicture({ body, pictures }: CapturedArticle): void {
  const at = body.findIndex((block) => block.kind === 'picture');
  expect(body.filter((block) => block.kind === 'picture')).toHaveLength(1);
  expect(body[at]).toMatchObject({ text: '', picture: { sha256: digest, mediaType: 'image/png' } });
  expect(body[at - 1]?.text).toContain('أعلنت الوزارة');
  expect(pictures?.map((kept) => createHash('sha256').update(kept.bytes).digest('hex'))).toEqual([digest]);
}

const inline = `data:image/png;base64,${picture.toString('base64')}`;

test('written out in the page, with its words, its link and its caption', async () => {
  const article = await one(utf8(page(inline)), 'a.html');
  expectPicture(article);
  const at = article.body.findIndex((block) => block.kind === 'picture');
  expect(article.body[at]!.picture).toMatchObject({ alt: 'قاعة المعرض', url: 'https://example.org/big' });
  expect(article.body[at + 1]).toMatchObject({ kind: 'caption', text: 'القاعة الكبرى يوم الافتتاح' });
});

test('a picture that SingleFile wrote once for many places', async () => {
  const shared = page('data:image/svg+xml,<svg></svg>').replace('<img ', '<img style="background-image:var(--sf-img-3)!important" ');
  expectPicture(await one(utf8(shared.replace('</head>', `<style>:root{--sf-img-3: url("${inline}")}</style></head>`)), 'a.html'));
});

test('parts of an MHTML message, by their place', async () => {
  const lines = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.org/a/',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----=_b"',
    '',
    '------=_b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://example.org/a/',
    '',
    Buffer.from(page('../pictures/hall.png')).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '------=_b',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://example.org/pictures/hall.png',
    '',
    picture.toString('base64'),
    '------=_b--',
    '',
  ];
  expectPicture(await one(utf8(lines.join('\r\n')), 'a.mhtml'));
});

test('resources of a web archive', async () => {
  const data = (bytes: Uint8Array): string => `<data>${Buffer.from(bytes).toString('base64')}</data>`;
  const resource = (url: string, type: string, bytes: Uint8Array): string =>
    `<dict><key>WebResourceURL</key><string>${url}</string><key>WebResourceMIMEType</key><string>${type}</string><key>WebResourceData</key>${data(bytes)}</dict>`;
  const list = `<?xml version="1.0"?><plist version="1.0"><dict><key>WebMainResource</key>${resource('https://example.org/a', 'text/html', utf8(page('hall.png')))}<key>WebSubresources</key><array>${resource('https://example.org/hall.png', 'image/png', picture)}</array></dict></plist>`;
  expectPicture(await one(utf8(list), 'a.webarchive'));
});

test('responses of a crawl', async () => {
  const record = (url: string, type: string, body: Uint8Array): Buffer => {
    const http = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`), body]);
    const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${http.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
  };
  const crawl = [
    record('https://example.org/a', 'text/html; charset=utf-8', utf8(page('/hall.png'))),
    record('https://example.org/hall.png', 'image/png', picture),
  ];
  expectPicture(await one(Buffer.concat(crawl), 'a.warc'));
});

test('a page and its folder in a zip archive', async () => {
  const entries = [
    { name: 'صفحة.html', bytes: utf8(page(encodeURI('صفحة_files/قاعة.png'))) },
    { name: 'صفحة_files/قاعة.png', bytes: picture },
    { name: 'صفحة_files/أخرى.png', bytes: png(9, 10) },
  ];
  expectPicture(await one(zipOf(entries), 'a.zip'));
});

test('media of DOCX, ODT and EPUB', async () => {
  const docx = [
    { name: '[Content_Types].xml', bytes: utf8('<Types/>') },
    {
      name: 'word/document.xml',
      bytes: utf8(
        `<w:document xmlns:w="w" xmlns:r="r" xmlns:a="a"><w:body><w:p><w:r><w:t>${prose}</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:docPr descr="قاعة"/><a:blip r:embed="rId4"/></w:drawing></w:r></w:p><w:p><w:r><w:t>${prose}</w:t></w:r></w:p></w:body></w:document>`,
      ),
    },
    {
      name: 'word/_rels/document.xml.rels',
      bytes: utf8(
        '<Relationships><Relationship Id="rId4" Type="http://x/image" Target="media/image1.png"/><Relationship Id="rId5" Type="http://x/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>',
      ),
    },
    { name: 'word/media/image1.png', bytes: picture },
  ];
  expectPicture(await one(zipOf(docx), 'a.docx'));
  const odt = [
    { name: 'mimetype', bytes: utf8('application/vnd.oasis.opendocument.text') },
    {
      name: 'content.xml',
      bytes: utf8(
        `<office:document-content><office:body><office:text><text:p>${prose}</text:p><text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:desc>قاعة</svg:desc></draw:frame></text:p><text:p>${prose}</text:p></office:text></office:body></office:document-content>`,
      ),
    },
    { name: 'Pictures/1.png', bytes: picture },
  ];
  const odtArticle = await one(zipOf(odt), 'a.odt');
  expectPicture(odtArticle);
  expect(odtArticle.body.map(({ text }) => text).join('\n')).not.toContain('قاعة');
  const epub = [
    { name: 'mimetype', bytes: utf8('application/epub+zip') },
    { name: 'META-INF/container.xml', bytes: utf8('<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>') },
    {
      name: 'OPS/a.opf',
      bytes: utf8(
        '<package><metadata><dc:title>كتاب</dc:title></metadata><manifest><item id="c" href="text/c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>',
      ),
    },
    { name: 'OPS/text/c.xhtml', bytes: utf8(`<html><body><p>${prose}</p><p><img src="../img/1.png"/></p><p>${prose}</p></body></html>`) },
    { name: 'OPS/img/1.png', bytes: picture },
  ];
  expectPicture(await one(zipOf(epub), 'a.epub'));
});

test('what only counts visits, what may hold scripts, and what is not there, is kept by nobody', async () => {
  const spacer = `data:image/png;base64,${png(1, 0).toString('base64')}`;
  for (const src of [spacer, 'data:image/svg+xml;base64,PHN2Zy8+', 'http://127.0.0.1:9/a.png', 'file:///etc/passwd', 'x']) {
    const { body, pictures } = await one(utf8(page(src)), 'a.html');
    expect(
      body.filter(({ kind }) => kind === 'picture'),
      src,
    ).toEqual([]);
    expect(pictures ?? []).toEqual([]);
    expect(body.map(({ text }) => text).join('\n')).toContain('القاعة الكبرى');
  }
});

test('a page saved complete: pictures of its own folder, and of no other place', async () => {
  const home = mkdtempSync(join(tmpdir(), 'warraq-beside-'));
  mkdirSync(join(home, 'صفحة_ملفات'));
  writeFileSync(join(home, 'صفحة_ملفات', 'قاعة.png'), picture);
  writeFileSync(join(home, 'secret.png'), picture);
  symlinkSync(join(home, 'secret.png'), join(home, 'صفحة_ملفات', 'link.png'));
  const beside = picturesBeside(join(home, 'صفحة.html'))!;
  expect(beside(encodeURI('./صفحة_ملفات/قاعة.png'))?.bytes).toEqual(picture);
  for (const address of [
    'secret.png',
    '../secret.png',
    'صفحة_ملفات/../secret.png',
    'صفحة_ملفات/%2e%2e%2fsecret.png',
    'صفحة_ملفات/link.png',
    'صفحة_ملفات/',
    'صفحة_ملفات/..',
  ])
    expect(beside(address), address).toBeUndefined();
  writeFileSync(join(home, 'صفحة.html'), page('صفحة_ملفات/قاعة.png'));
  const { read, originals } = await readInput({ path: join(home, 'صفحة.html') }, { repair: false }, () => false);
  expect(originals).toHaveLength(2);
  if (!('articles' in read)) throw new Error('refused');
  expect(read.articles[0]!.files.map(({ role, name, sha256 }) => [role, name, role === 'picture' ? sha256 : ''])).toEqual([
    ['original', 'صفحة.html', ''],
    ['picture', 'قاعة.png', digest],
  ]);
});
