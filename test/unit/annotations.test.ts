// Notes, highlights and corrections in a whole archive: kept, found, given out, undone.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportOptionsSchema } from '#contract/contract.ts';
import { type Item, itemSchema } from '#contract/item.ts';
import { reconcile } from '#core/catalog/reconcile.ts';
import { type Core, exportToFile, openCore } from '#core/core.ts';
import { byMupdf, byPdfjs } from '../support/pdf.ts';

let dir: string;
let core: Core;
const client = () => createRouterClient(core.router, { context: core.context('cli') });
const open = async () => {
  core = await openCore({ dir: join(dir, 'archive'), create: true, app: 'cli', cacheDir: join(dir, 'cache'), log: () => {} });
};
const TITLE = 'ولايتي يبحث تعزير العلاقات الروسية';
const text = `${TITLE}\n\nالتقى المستشار كبير المساعدين في موسكو.\n\nوقال إن روسيا تدعم التعاون.`;

async function article(): Promise<string> {
  const { outcomes } = await client().capture.add({ file: new File([text], 'a.txt'), path: 'a.txt' });
  return outcomes[0]!.outcome === 'imported' ? outcomes[0]!.id : '';
}
const undo = async () => {
  for await (const _ of await client().act.undo());
};
const exported = async (id: string, format: string, options: object = {}) => {
  const path = join(dir, 'out');
  await exportToFile(core.services, { ids: [id], filters: {}, format, options: exportOptionsSchema.parse(options) }, path);
  return readFile(path);
};

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'warraq-notes-'));
  await open();
});
afterEach(async () => {
  await core.close();
  rmSync(dir, { recursive: true, force: true });
});

test('they are kept with the record, outlast closing, and each is one act that undo takes back', async () => {
  const id = await article();
  await client().annotation.create({ id, motivation: 'highlighting', exact: 'كبير المساعدين', colour: 'green' });
  const { annotation } = await client().annotation.create({ id, motivation: 'commenting', exact: 'موسكو', value: 'عاصمة روسيا' });
  await client().annotation.edit({ id, annotation, value: 'العاصمة' });
  await client().annotation.remove({ id, annotation });
  const words = async () => (await client().item.get({ id })).annotations?.map(({ body }) => body?.value ?? '');
  expect(await words()).toEqual(['']);
  await undo();
  expect(await words()).toEqual(['', 'العاصمة']);
  await undo();
  expect(await words()).toEqual(['', 'عاصمة روسيا']);
  await core.close();
  await open();
  const { annotations } = await client().item.get({ id });
  expect(annotations!.map(({ target }) => target.selector)).toEqual([
    [
      { type: 'TextPositionSelector', start: 15, end: 29 },
      { type: 'TextQuoteSelector', exact: 'كبير المساعدين', prefix: 'التقى المستشار ', suffix: ' في موسكو.\nوقال إن روسيا تدعم ال' },
    ],
    [
      { type: 'TextPositionSelector', start: 33, end: 38 },
      { type: 'TextQuoteSelector', exact: 'موسكو', prefix: 'لتقى المستشار كبير المساعدين في ', suffix: '.\nوقال إن روسيا تدعم التعاون.' },
    ],
  ]);
  expect((await client().item.history({ id })).revisions.map(({ event }) => event)).toEqual([
    'capture',
    'annotate',
    'annotate',
    'annotate',
    'annotate',
    'undo',
    'undo',
  ]);
});

test('both readings of a correction are found, and the text stays what it was', async () => {
  const id = await article();
  const hits = async (query: string) => {
    const { hits: found } = await client().search.query({ query });
    return found.map(({ match, snippet }) => ({ match, snippet: snippet.text }));
  };
  expect(await hits('"تعزيز العلاقات الروسية"')).toEqual([]);
  const { item, annotation } = await client().annotation.create({
    id,
    field: 'title',
    motivation: 'editing',
    exact: 'تعزير',
    value: 'تعزيز',
  });
  expect(item.title).toBe(TITLE);
  expect(await hits('"تعزيز العلاقات الروسية"')).toMatchObject([{ match: 'exact', snippet: expect.stringContaining('تعزيز العلاقات') }]);
  expect(await hits('title:"تعزير العلاقات"')).toHaveLength(1);
  expect(await hits('title:تعزيز')).toHaveLength(1);
  await client().archive.reindex();
  expect(await hits('title:"تعزيز العلاقات"')).toHaveLength(1);
  await client().annotation.remove({ id, annotation });
  expect(await hits('"تعزيز العلاقات الروسية"')).toEqual([]);
  await client().annotation.create({ id, motivation: 'commenting', exact: 'موسكو', value: 'شارع الأربات القديم' });
  expect(await hits('notes:الأربات')).toHaveLength(1);
  for (const query of ['has:annotations', 'فيه:تعليق', 'فيه:التعليقات']) expect(await hits(query)).toHaveLength(1);
  await undo();
  expect(await hits('has:annotations')).toEqual([]);
  expect(await hits('-has:annotations')).toHaveLength(1);
});

test('what cannot be written is refused in words, and nothing changes', async () => {
  const id = await article();
  const refused = (some: object) =>
    client()
      .annotation.create({ id, motivation: 'commenting', value: 'كلام', exact: 'موسكو', ...some })
      .catch(({ code }) => code);
  expect(await refused({ exact: 'القاهرة' })).toBe('annotation.no-such-text');
  expect(await refused({ exact: 'موسكو', start: 3 })).toBe('annotation.no-such-text');
  expect(await refused({ nth: 2 })).toBe('annotation.no-such-text');
  expect(await refused({ exact: ' ' })).toBe('annotation.no-such-text');
  expect(await refused({ value: '  ' })).toBe('annotation.empty');
  expect(await refused({ revision: 7 })).toBe('item.conflict');
  expect(
    await client()
      .annotation.remove({ id, annotation: 'x' })
      .catch(({ code }) => code),
  ).toBe('annotation.missing');
  expect((await client().item.get({ id })).revision).toBe(1);
});

test('an edit of the title keeps its note; undoing both gives the record back', async () => {
  const id = await article();
  const before = await client().item.get({ id });
  await client().annotation.create({ id, field: 'title', motivation: 'commenting', exact: 'العلاقات', value: 'أي علاقات؟' });
  const noted = await client().item.get({ id });
  const edited = await client().item.edit({ id, set: { title: [`عاجل: ${TITLE}`] } });
  expect(edited.annotations![0]!.target.selector[0]).toMatchObject({ start: TITLE.indexOf('العلاقات') + 6 });
  await undo();
  expect({ ...(await client().item.get({ id })), revision: 0 }).toEqual({ ...noted, revision: 0 });
  await undo();
  expect({ ...(await client().item.get({ id })), revision: 0 }).toEqual({ ...before, revision: 0 });
});

test('they are printed: notes under their marks, corrections as they are asked for', async () => {
  const id = await article();
  const plain = String(await exported(id, 'text'));
  await client().annotation.create({ id, field: 'title', motivation: 'editing', exact: 'تعزير', value: 'تعزيز' });
  await client().annotation.create({ id, motivation: 'editing', exact: 'المستشار', value: 'مستشار القائد' });
  await client().annotation.create({ id, motivation: 'commenting', exact: 'كبير المساعدين', value: 'يوري أوشاكوف' });
  await client().annotation.create({ id, motivation: 'highlighting', exact: 'روسيا' });
  const faithful = String(await exported(id, 'text', { sic: 'faithful', notes: 'off' }));
  expect(faithful).toBe(plain);
  const marked = String(await exported(id, 'text'));
  expect(marked).toContain('تعزير [كذا] العلاقات');
  expect(marked).toContain('المستشار [كذا] كبير المساعدين(1) في موسكو');
  expect(marked).toMatch(/«روسيا»\n\n\(1\) يوري أوشاكوف\n$/);
  const corrected = String(await exported(id, 'text', { sic: 'corrected' }));
  expect(corrected).toContain('تعزيز العلاقات');
  expect(corrected).toContain('مستشار القائد كبير المساعدين(1)');
  const bytes = await exported(id, 'pdf');
  for (const read of [byMupdf, byPdfjs]) {
    const pages = await read(bytes, TITLE);
    for (const words of ['تعزير [كذا]', '١) يوري أوشاكوف', '«روسيا»', 'ما كُتب على النص']) expect(pages).toContain(words);
  }
  expect(await byMupdf(await exported(id, 'pdf', { sic: 'corrected', notes: 'off' }), '')).toContain('تعزيز العلاقات');
  const asked = await byMupdf(await exported(id, 'pdf', { labels: 'en' }), TITLE);
  for (const words of ['[sic]', 'Written on the text']) expect(asked).toContain(words);
  const records = JSON.parse(String(await exported(id, 'json'))) as { items: { title: string; annotations: unknown[] }[] };
  expect(records.items[0]!.title).toBe(TITLE);
  expect(records.items[0]!.annotations).toHaveLength(4);
});

test('the head tells who wrote it and what each date is; notes stand behind the text under a heading', async () => {
  const id = await article();
  const set = { creators: ['نادر علي', 'سعاد حسني'], source: ['Assabah News'], 'dates.updated': ['2024-05-04'] };
  await client().item.edit({ id, set });
  await client().annotation.create({ id, motivation: 'commenting', exact: 'موسكو', value: 'عاصمة روسيا' });
  const plain = String(await exported(id, 'text'));
  expect(plain.split('\n')[2]).toBe('Assabah News · نادر علي · سعاد حسني · آخر تحديث: 2024-05-04');
  expect(plain).toMatch(/التعاون\.\n\nما كُتب على النص\n\n\(1\) عاصمة روسيا\n$/);
  expect(String(await exported(id, 'text', { labels: 'en' })).split('\n')[2]).toContain(' · Last updated: 2024-05-04');
  expect(await byMupdf(await exported(id, 'pdf'), '')).toContain('الكتّاب: نادر علي، سعاد حسني');
  // The labels that are asked for, on an article of the other language.
  const asked = await byMupdf(await exported(id, 'pdf', { labels: 'en' }), '');
  for (const label of ['Authors:', 'Source:', 'Last updated:', 'Original digest:']) expect(asked).toContain(label);
  expect(asked).toContain('٤ May ٢٠٢٤ – ٢٥ Shawwal ١٤٤٥ AH');
  expect(asked).not.toMatch(/المصدر|الكتّاب|آخر تحديث|بصمة/);
});

test('two desks write on one article: each note is kept, what one took off is gone, of two edits the later stands', () => {
  const note = (id: string, value: string, modified?: string) => ({
    id,
    motivation: 'commenting' as const,
    body: { type: 'TextualBody' as const, value },
    target: { field: 'body' as const, selector: [] },
    created: '2026-01-01T00:00:00.000Z',
    ...(modified ? { modified } : {}),
  });
  const record = (revision: number, ...annotations: ReturnType<typeof note>[]): Item =>
    itemSchema.parse({
      schema: 1,
      id: '00000000-0000-7000-8000-000000000000',
      revision,
      state: 'active',
      title: 'خبر',
      body: [],
      language: 'ar',
      dates: {},
      ...(annotations.length > 0 ? { annotations } : {}),
    });
  const base = record(1, note('gone', 'أ'), note('edited', 'ب'), note('twice', 'ج'));
  const ours = record(2, note('edited', 'ب'), note('twice', 'ج ١', '2026-01-02T00:00:00.000Z'), note('ours', 'د'));
  const theirs = record(2, note('gone', 'أ'), note('edited', 'ب ٢'), note('twice', 'ج ٢', '2026-01-03T00:00:00.000Z'), note('theirs', 'ه'));
  const met = reconcile({ base, ours, theirs, from: 'other', at: '2026-01-04T00:00:00.000Z' })!;
  expect(met.conflicts).toBeUndefined();
  expect(met.annotations!.map(({ id, body }) => `${id}: ${body!.value}`)).toEqual(['edited: ب ٢', 'twice: ج ٢', 'ours: د', 'theirs: ه']);
  expect(reconcile({ base, ours: base, theirs: record(2), from: 'other', at: '2026-01-04T00:00:00.000Z' })!.annotations).toBeUndefined();
});
