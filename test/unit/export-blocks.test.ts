// Tables, links and pictures: how they are set, and what the structure says of them.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import * as mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { type Block, type Item, itemSchema } from '#contract/item.ts';
import { directionOf } from '#core/arabic/direction.ts';
import { loadFaces } from '#core/export/faces/load-faces.ts';
import { printable } from '#core/export/pdf/article.ts';
import { printedLinks } from '#core/export/pdf/links.ts';
import { openFace } from '#core/export/pdf/open-face.ts';
import { paginate } from '#core/typeset/paginate.ts';
import type { ParagraphStyle } from '#core/typeset/paragraph.ts';
import { setTable } from '#core/typeset/table.ts';
import { byMupdf, byPdfjs, pdfOf, plain } from '../support/pdf.ts';
import { complaintsOf } from '../support/pdf-lint.ts';

const article = (body: Block[], more: Partial<Item> = {}): Item =>
  itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000008',
    revision: 1,
    state: 'active',
    title: 'مقالة',
    body,
    language: 'ar',
    dates: {},
    ...more,
  });
const row = (cells: string[], header?: boolean): Block => ({ kind: 'paragraph', text: cells.filter(Boolean).join(' | '), cells, header });

/** A PNG of one colour; `alpha` adds a channel. */
function png(width: number, height: number, alpha = false): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, alpha ? 6 : 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.of(0), Buffer.alloc(width * (alpha ? 4 : 3), 0x60)]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
function jpeg(width: number, height: number): Buffer {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false);
  pixmap.clear(120);
  return Buffer.from(pixmap.asJPEG(80, false));
}

const files = new Map<string, Buffer>();
const picture = (bytes: Buffer, alt?: string): Block => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  files.set(sha256, bytes);
  return { kind: 'picture', text: '', picture: { sha256, mediaType: 'image/png', ...(alt === undefined ? {} : { alt }) } };
};
const made = (body: Block[], more: Partial<Item> = {}) =>
  pdfOf([article(body, more)], {}, { readPicture: async (sha256) => files.get(sha256) });

type Tree = { role: string; alt?: string; children: (Tree | { type: string; id: string })[] };
const told = (tree: Tree): string => {
  const children = tree.children.flatMap((child) => ('role' in child ? [told(child)] : []));
  return children.length > 0 ? `${tree.role}(${children.join(' ')})` : tree.role;
};
async function treeOf(bytes: Buffer, number = 1): Promise<Tree> {
  const page = await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(number);
  return (await page.getStructTree()) as unknown as Tree;
}

/** The structure that an article's body asks for, as a list of groups. */
function wantedOf(body: readonly Block[]): string {
  const out: string[] = [];
  let level = 1;
  for (let at = 0; at < body.length; ) {
    const block = body[at]!;
    const same = (one: Block): boolean => one.kind === block.kind && (one.cells === undefined) === (block.cells === undefined);
    let end = at + 1;
    while (end < body.length && same(body[end]!) && !(body[end]!.header && !body[end - 1]!.header)) end++;
    const some = body.slice(at, end);
    const linked = (one: Block): string => (one.links?.length ? `(${one.links.map(() => 'Link').join(' ')})` : '');
    if (block.cells) {
      const rows = some.map((one) => `TR(${one.cells!.map(() => (one.header ? 'TH' : 'TD')).join(' ')})`);
      out.push(`Table(${rows.join(' ')})`);
    } else if (block.kind === 'list-item') out.push(`L(${some.map((one) => `LI(Lbl LBody${linked(one)})`).join(' ')})`);
    else if (block.kind === 'quote') out.push(`BlockQuote(${some.map((one) => `P${linked(one)}`).join(' ')})`);
    else if (block.kind === 'heading')
      out.push(...some.map((one) => `H${(level = Math.min(Math.max(2, one.level ?? 2), level + 1, 6))}${linked(one)}`));
    else if (block.kind === 'picture') out.push(...some.map(() => 'Figure'));
    else out.push(...some.map((one) => `P${linked(one)}`));
    at = end;
  }
  return `Root(Document(Sect(${['H1', ...out].join(' ')})))`;
}

const words = fc.constantFrom('كلمة', 'نصّ', 'مدينة', 'word', '٤٥٪', '(قوس)').map((word) => `س ${word} آخر`);
const link = { start: 2, end: 5, url: 'https://example.org/a' };
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph', 'quote', 'list-item', 'caption'), text: words, links: fc.constantFrom([], [link]) }),
  fc.record({ kind: fc.constant('heading'), text: words, level: fc.integer({ min: 1, max: 6 }) }),
  fc.tuple(fc.array(words, { minLength: 2, maxLength: 4 }), fc.boolean()).map(([cells, header]) => row(cells, header)),
  fc.constant(0).map(() => picture(png(8, 4), 'منظر')),
) as fc.Arbitrary<Block>;

test('the structure that pdf.js reads is that of the article', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 7 }), async (body) => {
      const { bytes } = await made(body);
      expect(told(await treeOf(bytes))).toBe(wantedOf(body));
      expect(complaintsOf(bytes)).toEqual([]);
    }),
    { numRuns: 25, seed: 5 },
  );
}, 120_000);

describe('a table', () => {
  const body = [
    row(['الدولة', 'السكان (مليون)', 'ملاحظات'], true),
    ...Array.from({ length: 70 }, (_, at) =>
      row([
        `دولة رقم ${at}`,
        `${at * 3}.5`,
        at % 3 ? 'قصير' : 'كلام طويل في هذه الخانة يمتد على أكثر من سطر واحد لا محالة إن شاء الله تعالى',
      ]),
    ),
  ];

  test('goes over pages with its head on each, which is read once', async () => {
    const { bytes } = await made(body);
    const document = mupdf.Document.openDocument(bytes, 'application/pdf');
    expect(document.countPages()).toBeGreaterThan(2);
    for (let at = 0; at < document.countPages(); at++)
      expect(document.loadPage(at).toStructuredText('preserve-whitespace').asText(), `page ${at}`).toContain('ملاحظات');
    const trees = await Promise.all([1, 2, 3].map((page) => treeOf(bytes, page)));
    // Elements of other pages are told without content.
    const heads = (tree: Tree): number =>
      tree.children.reduce((sum, one) => sum + ('role' in one ? heads(one) : tree.role === 'TH' ? 1 : 0), 0);
    expect(trees.map(heads)).toEqual([3, 0, 0]);
    expect(complaintsOf(bytes)).toEqual([]);
    const text = plain(await byPdfjs(bytes, ''));
    for (let at = 0; at < 70; at++) expect(text).toContain(`دولة رقم ${at}`);
  });

  test('in Arabic begins at the right, in Latin at the left', async () => {
    for (const [cells, order] of [
      [['أول', 'ثان', 'ثالث'], -1],
      [['one', 'two', 'three'], 1],
    ] as const) {
      const { bytes } = await made([row([...cells], true), row([...cells])]);
      const page = await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(1);
      const { items } = await page.getTextContent();
      const place = (text: string): number =>
        items.flatMap((one) => ('str' in one && plain(one.str) === text ? [one.transform[4] as number] : []))[0]!;
      expect(Math.sign(place(cells[1]) - place(cells[0]))).toBe(order);
      expect(Math.sign(place(cells[2]) - place(cells[1]))).toBe(order);
    }
  });
});

describe('columns', async () => {
  const { regular, companions } = await loadFaces();
  const { shaper } = openFace(regular, companions.regular);
  const style: ParagraphStyle = { size: 12, measure: 430, justify: false, direction: 'rtl', language: 'ar' };
  const cell = fc.array(fc.constantFrom('كلمة', 'طويلةجدا', 'في', 'word', '2024'), { maxLength: 25 }).map((some) => some.join(' '));

  test('stay within the text area, hold their cells and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const {
          rows: set,
          left,
          right,
        } = setTable(
          rows.map((cells) => ({ cells, shaper })),
          style,
          directionOf,
        );
        expect(left).toBeGreaterThanOrEqual(-0.5);
        expect(right).toBeLessThanOrEqual(430.5);
        const columns = new Map<number, { from: number; to: number }>();
        for (const { pieces } of set.flat())
          for (const { x, line, part } of pieces) {
            const known = columns.get(part as number) ?? { from: Infinity, to: -Infinity };
            columns.set(part as number, { from: Math.min(known.from, x), to: Math.max(known.to, x + line.width) });
          }
        const placed = [...columns].sort(([a], [b]) => a - b).map(([, place]) => place);
        placed.forEach(({ from, to }, at) => {
          expect(from).toBeGreaterThanOrEqual(left - 0.1);
          expect(to).toBeLessThanOrEqual(right + 0.1);
          if (at > 0) expect(to).toBeLessThan(placed[at - 1]!.from);
        });
        rows.forEach((cells, at) =>
          cells.forEach((text, part) => {
            const read = set[at]!.flatMap(({ pieces }) => pieces.filter((one) => one.part === part)).map(({ line }) =>
              line.tokens.map((token) => token.text).join(''),
            );
            expect(read.join(' ').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
          }),
        );
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test('a word wider than its column is cut, not lost', () => {
    const { rows } = setTable([{ cells: ['س'.repeat(300), 'ص'.repeat(300), 'ع'], shaper }], style, directionOf);
    for (const { pieces } of rows[0]!) for (const { line } of pieces) expect(line.width).toBeLessThan(430);
  });
});

test('rows stay whole, and their heads stand again where a page begins', () => {
  const line = { leading: 10, spaceAfter: 2, keepWithNext: false };
  for (let before = 0; before < 12; before++) {
    const blocks = [
      ...Array.from({ length: before }, () => ({ ...line, lines: 1 })),
      { ...line, lines: 1, keepWithNext: true, together: true, heads: [] },
      ...Array.from({ length: 20 }, (_, at) => ({ ...line, lines: 1 + (at % 3), together: true, heads: [before] })),
    ];
    const slices = paginate(blocks, 100);
    expect(slices.filter(({ again, block: at }) => !again && at > before)).toHaveLength(20);
    const pages = new Set(slices.map(({ page }) => page));
    for (const page of pages) {
      const first = slices.find((slice) => slice.page === page)!;
      if (first.block >= before && page > slices.find(({ block: at }) => at === before)!.page)
        expect(first).toMatchObject({ block: before, again: true, y: 0 });
    }
    for (const { y, from, to } of slices) expect(y + (to - from) * 10).toBeLessThanOrEqual(100);
  }
  // A row taller than a page is cut; a head as tall as one is not shown again.
  for (const lines of [1, 12])
    expect(
      paginate(
        [
          { ...line, lines },
          { ...line, lines: 25, together: true, heads: [0] },
        ],
        100,
      ).length,
    ).toBeLessThan(10);
});

describe('links', () => {
  test('lead where they lead, from where their words stand', async () => {
    const text = 'كلام فيه رابط طويل إلى صفحة أخرى ثم English link وبعده كلام.';
    const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const links = [
      { ...place('رابط طويل'), url: 'https://example.org/مسار?س=1' },
      { ...place('English link'), url: 'http://example.com/' },
      { ...place('كلام.'), url: 'javascript:alert(1)' },
    ];
    const { bytes } = await made([{ kind: 'paragraph', text, links }]);
    expect(complaintsOf(bytes)).toEqual([]);
    const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
    const found = page.getLinks().map((one) => ({ url: one.getURI(), box: one.getBounds() }));
    expect(found.map(({ url }) => url)).toEqual([new URL(links[0]!.url).href, 'http://example.com/']);
    const read = new Map<string, string>();
    page.toStructuredText('preserve-whitespace').walk({
      onChar: (character, _origin, _font, _size, quad) => {
        const [x, y] = [(quad[0] + quad[6]) / 2, (quad[1] + quad[7]) / 2];
        for (const { url, box } of found)
          if (x > box[0] && x < box[2] && y > box[1] && y < box[3]) read.set(url, (read.get(url) ?? '') + character);
      },
    });
    expect([...read.values()].map(plain)).toEqual(['رابط طويل', 'English link']);
    expect(plain(await byMupdf(bytes, ''))).toContain(plain(text));
  });

  test('keep their place when white space goes', () => {
    const text = '  كلمة \u200b  هنا\n\n رابط   طويل ';
    const start = text.indexOf('رابط');
    const [found] = printedLinks(text, [{ start, end: text.length - 1, url: 'https://a.b' }], printable);
    expect(printable(text).slice(found!.start, found!.end)).toBe('رابط طويل');
  });
});

describe('pictures', () => {
  test('of JPEG and PNG stand on the page with their words', async () => {
    const body = [
      picture(jpeg(300, 200), 'بحر'),
      picture(png(40, 30, true)),
      { kind: 'caption', text: 'شرح الصورة' },
      picture(png(3000, 10), 'خط'),
    ] as Block[];
    const { bytes } = await made(body);
    expect(complaintsOf(bytes)).toEqual([]);
    const tree = await treeOf(bytes);
    const alts: string[] = [];
    const walk = (one: Tree): void => {
      if (one.role === 'Figure') alts.push(one.alt ?? '');
      for (const child of one.children) if ('role' in child) walk(child);
    };
    walk(tree);
    expect(alts).toEqual(['بحر', 'شرح الصورة', 'خط']);
    const drawn: number[][] = [];
    const device = new mupdf.Device({ fillImage: (_image, ctm) => void drawn.push([...ctm]) });
    mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0).run(device, mupdf.Matrix.identity);
    expect(drawn).toHaveLength(3);
    for (const [a, , , d, e] of drawn) {
      expect(e).toBeGreaterThanOrEqual(80);
      expect(e! + a!).toBeLessThanOrEqual(516);
      expect(Math.abs(d!)).toBeLessThanOrEqual(421);
    }
    // Proportions are kept.
    expect(drawn[0]![0]! / Math.abs(drawn[0]![3]!)).toBeCloseTo(1.5, 3);
  });

  const whole = png(50, 50, true);
  test.each([
    ['none', undefined],
    ['half of one', whole.subarray(0, whole.length - 30)],
    ['no picture', Buffer.from('GIF89a picture')],
    ['nothing', Buffer.alloc(0)],
    ['changed bytes', Buffer.from(whole.map((byte, at) => (at > 45 && at < 60 ? byte ^ 0x55 : byte)))],
  ])('%s: the words stand for it', async (_what, bytes) => {
    const one = picture(bytes ?? Buffer.from('gone'), 'منظر من بعيد');
    if (!bytes) files.delete((one['picture'] as { sha256: string }).sha256);
    const out = await made([one]);
    expect(complaintsOf(out.bytes)).toEqual([]);
    expect(plain(await byPdfjs(out.bytes, ''))).toContain('منظر من بعيد');
  });
});
