// Columns and keys mapped by hand, in the place of the guess.
import { expect, test } from 'vitest';
import type { MappedColumn } from '../../src/contract/contract.ts';
import { mappedColumns } from '../../src/contract/contract.ts';
import { captureAll } from '../../src/core/capture/capture-all.ts';
import { columnsOf } from '../../src/core/capture/columns-of.ts';
import { isRefused } from '../../src/core/capture/formats/format.types.ts';
import { columns as known } from '../../src/core/capture/rules/columns.ts';
import { errorMessage } from '../../src/i18n/message.ts';
import { zipOf } from '../support/zip-file.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
type Columns = Partial<Record<MappedColumn, string>>;

async function read(bytes: Uint8Array | string, path: string, columns?: Columns) {
  const found = await captureAll({ bytes: typeof bytes === 'string' ? utf8(bytes) : bytes, path, columns });
  return found.map((one) => {
    if (isRefused(one)) throw new Error('refused');
    return {
      title: one.title,
      text: one.body.map(({ text }) => text).join('\n'),
      source: one.source,
      published: one.dates.published?.value,
    };
  });
}

const csv = 'h1,title,when,paper\nعنوان أول,نص الخبر الأول,2020-01-02,الرأي\nعنوان ثان,نص الخبر الثاني,2020-01-03,الغد\n';
const wanted = [
  { title: 'عنوان أول', text: 'نص الخبر الأول', source: 'الرأي', published: '2020-01-02' },
  { title: 'عنوان ثان', text: 'نص الخبر الثاني', source: 'الغد', published: '2020-01-03' },
];
const chosen: Columns = { title: 'h1', body: 'title', published: 'when', source: 'paper' };

test('by name, also against the guess', async () => {
  expect(await read(csv, 'a.csv', chosen)).toEqual(wanted);
  expect((await read(csv, 'a.csv'))[0]!.title).toBe('نص الخبر الأول');
});

test('by place, of a table whose first row is an article already', async () => {
  const byPlace: Columns = { title: '#1', body: '#2', published: '#3', source: '#4' };
  expect(await read(csv.slice(csv.indexOf('\n') + 1), 'a.csv', byPlace)).toEqual(wanted);
  // Mixed with a name, the first row names columns.
  expect(await read(csv.replaceAll(',', '\t'), 'a.tsv', { ...byPlace, title: 'h1' })).toEqual(wanted);
});

test('an empty name leaves a column out', async () => {
  const table = 'title,text,source\nعنوان,نص,الرأي\n';
  expect((await read(table, 'a.csv'))[0]!.source).toBe('الرأي');
  expect((await read(table, 'a.csv', { source: '' }))[0]!.source).toBeUndefined();
});

test('a workbook', async () => {
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = csv
    .trim()
    .split('\n')
    .map((row) => `<row>${row.split(',').map(cell).join('')}</row>`)
    .join('');
  const book = zipOf([
    { name: '[Content_Types].xml', bytes: utf8('<Types/>') },
    { name: 'xl/workbook.xml', bytes: utf8('<workbook><sheets><sheet name="1" r:id="r1"/></sheets></workbook>') },
    { name: 'xl/_rels/workbook.xml.rels', bytes: utf8('<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>') },
    { name: 'xl/worksheets/s.xml', bytes: utf8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`) },
  ]);
  expect(await read(book, 'a.xlsx', chosen)).toEqual(wanted);
  expect((await columnsOf({ bytes: book, path: 'a.xlsx' })).names).toEqual(['h1', 'title', 'when', 'paper']);
});

test('keys of JSON and JSON Lines, and keys within keys', async () => {
  const records = wanted.map(({ title, text, source, published }) => ({
    h1: title,
    paras: [text],
    meta: { paper: source, when: published },
  }));
  const columns: Columns = { title: 'h1', body: 'paras', source: 'meta.paper', published: 'meta.when' };
  expect(await read(JSON.stringify(records), 'a.json', columns)).toEqual(wanted);
  expect(await read(records.map((one) => JSON.stringify(one)).join('\n'), 'a.jsonl', columns)).toEqual(wanted);
});

test('a column that is not there is refused, with those that are', async () => {
  for (const [bytes, path] of [
    [csv, 'a.csv'],
    ['[{"h1":"ع"}]', 'a.json'],
  ] as const) {
    const failure = await captureAll({ bytes: utf8(bytes), path, columns: { title: 'عنوان' } }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'capture.no-such-column', params: { column: 'عنوان', known: expect.stringContaining('h1') } });
    for (const language of ['ar', 'en'] as const)
      expect(errorMessage('capture.no-such-column', { path, column: 'عنوان', known: 'h1' }, language)).toContain('h1');
  }
});

test('what a person chooses from: names, samples, the guess', async () => {
  const table = 'العنوان,ملخص,النص\nعنوان,موجز,نص\n';
  expect(await columnsOf({ bytes: utf8(table), path: 'a.csv' })).toEqual({
    names: ['العنوان', 'ملخص', 'النص'],
    samples: [['عنوان', 'موجز', 'نص']],
    guessed: { title: 'العنوان', body: 'النص' },
  });
  expect(Object.keys(known)).toEqual([...mappedColumns]);
});

test('a record whose values are of the wrong types is refused with their names, and the others are read', async () => {
  const good = {
    title: 'خبر',
    body: ['فقرة أولى', 'فقرة ثانية'],
    tags: ['أ', { name: 'ب' }],
    source: { name: 'الرأي' },
    author: null,
    date: 1577923200,
  };
  const text = 'نص الخبر';
  const wrong: [object, string][] = [
    [{ title: ['خبر'], body: text }, 'title (array)'],
    [{ title: true, body: 7 }, 'title (boolean)، body (number)'],
    [{ title: 'خبر', body: { blocks: [] } }, 'body (object)'],
    [{ title: 'خبر', body: text, date: [2024], tags: [['أ']] }, 'date (array)، tags (array)'],
    [{ title: 'خبر', body: text, source: false }, 'source (boolean)'],
  ];
  for (const form of ['list', 'lines'] as const) {
    const records = [...wrong.map(([record]) => record), good];
    const written = form === 'list' ? JSON.stringify(records) : records.map((one) => JSON.stringify(one)).join('\n');
    const found = await captureAll({ bytes: utf8(written), path: form === 'list' ? 'a.json' : 'a.jsonl' });
    const refused = found.filter(isRefused);
    expect(refused.map(({ part, failure }) => [part, failure.code])).toEqual(wrong.map((_, n) => [String(n + 1), 'capture.wrong-types']));
    expect(refused.map(({ failure }) => (failure.params as { fields: string }).fields.split('، ').toSorted())).toEqual(
      wrong.map(([, fields]) => fields.split('، ').toSorted()),
    );
    const [read] = found.filter((one) => !isRefused(one));
    expect(read).toMatchObject({ title: 'خبر', tags: ['أ', 'ب'], source: 'الرأي', dates: { published: { value: '2020-01-02' } } });
  }
});
