// Faces that are offered: each gives its text back, comes with its licence, and one more may be added from a file.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { itemSchema } from '#contract/item.ts';
import { addFace } from '#core/export/faces/add-face.ts';
import { listFaces } from '#core/export/faces/list-faces.ts';
import { loadFaces } from '#core/export/faces/load-faces.ts';
import { removeOwnFace } from '#core/export/faces/own-faces.ts';
import { missingLetters, wordsLost } from '#core/export/faces/prove-face.ts';
import shipped from '../../resources/fonts.json' with { type: 'json' };
import { byMupdf, byPdfium, byPdfjs, byPoppler, edits, hasPoppler, pdfOf, plain } from '../support/pdf.ts';
import { complaintsOf } from '../support/pdf-lint.ts';

const ids = shipped.faces.map(({ id }) => id);
const seed = readFileSync('test/fixtures/seed/page.txt', 'utf8')
  .split(/\r?\n/)
  .map((line) => line.trim())
  .filter((line) => line.length > 60)
  .slice(0, 6);
// Of the Muʿallaqāt, fully vowelled; in the public domain.
const vowelled = [
  'قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ، بِسِقْطِ اللِّوَى بَيْنَ الدَّخُولِ فَحَوْمَلِ.',
  'تَرَى بَعَرَ الْآرَامِ فِي عَرَصَاتِهَا، وَقِيعَانِهَا كَأَنَّهُ حَبُّ فُلْفُلِ.',
  'كَأَنِّي غَدَاةَ الْبَيْنِ يَوْمَ تَحَمَّلُوا، لَدَى سَمُرَاتِ الْحَيِّ نَاقِفُ حَنْظَلِ.',
];
const article = (texts: readonly string[]) =>
  itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000007',
    revision: 1,
    state: 'active',
    title: 'مقالة',
    body: texts.map((text) => ({ kind: 'paragraph', text })),
    language: 'ar',
    dates: {},
  });

describe.each(ids)('%s', (face) => {
  test.each([
    ['plain', seed, 0.02],
    ['vowelled', vowelled, 0.035],
  ] as const)(
    '%s text reads back in every reader',
    async (_kind, texts, bound) => {
      const { bytes, missing } = await pdfOf([article(texts)], { face });
      expect(missing).toEqual([]);
      expect(complaintsOf(bytes)).toEqual([]);
      const wanted = plain(['مقالة', ...texts].join(' '));
      for (const read of [byPdfjs, byMupdf, byPdfium, ...(hasPoppler ? [byPoppler] : [])])
        expect(edits(wanted, await read(bytes, ''), true) / wanted.length).toBeLessThanOrEqual(bound);
    },
    120_000,
  );

  test('passes what an added face must pass', async () => {
    const own = { family: face, ...(await loadFaces(face)) };
    expect(missingLetters(own)).toEqual([]);
    expect(await wordsLost(own)).toEqual([]);
  });
});

test('every face and companion comes with its licence', () => {
  for (const { package: name, licence } of [...shipped.faces, ...shipped.companions]) {
    const folder = join('node_modules', name);
    const files = readdirSync(folder).filter((file) => file.startsWith('LICENSE'));
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    expect(text, name).toMatch(licence === 'OFL-1.1' ? /SIL Open Font License, Version 1\.1/i : /Bitstream Vera/);
  }
});

test('strokes are drawn out where they suit the face, or as is asked', async () => {
  const pages = async (face: string, kashida?: 'on' | 'off') => (await pdfOf([article(seed)], { face, kashida })).bytes.length;
  expect(await pages('vazirmatn')).toBe(await pages('vazirmatn', 'off'));
  expect(await pages('vazirmatn', 'on')).not.toBe(await pages('vazirmatn', 'off'));
  expect(await pages('amiri')).toBe(await pages('amiri', 'on'));
});

describe('a face from a file', () => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'warraq-faces-'));
    vi.stubEnv('XDG_DATA_HOME', home);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  });
  const file = (name: string): Uint8Array => readFileSync(join('node_modules', name));
  const medium = 'vazirmatn/500Medium/Vazirmatn_500Medium.ttf';

  test('is kept, offered, set in, and taken away again', async () => {
    const regular = file(`@expo-google-fonts/${medium}`);
    const added = await addFace({ name: 'a.ttf', regular });
    expect(added).toEqual({ id: 'vazirmatn-medium', family: 'Vazirmatn', kashida: false, own: true });
    expect(await listFaces()).toContainEqual(added);
    const { bytes } = await pdfOf([article(seed)], { face: added.id });
    expect(bytes.toString('latin1')).toContain('Vazirmatn-Medium');
    await addFace({ name: 'a.ttf', regular, bold: file('@expo-google-fonts/vazirmatn/900Black/Vazirmatn_900Black.ttf'), kashida: true });
    expect((await listFaces()).filter(({ own }) => own)).toEqual([{ ...added, kashida: true }]);
    expect(existsSync(join(home, 'warraq', 'faces', added.id, 'bold.ttf'))).toBe(true);
    expect(await removeOwnFace(added.id)).toBe(true);
    expect(await removeOwnFace(added.id)).toBe(false);
    await expect(pdfOf([article(seed)], { face: added.id })).rejects.toMatchObject({ code: 'face.unknown' });
  });

  const withRights = (rights: number): Uint8Array => {
    const bytes = Buffer.from(file(`@expo-google-fonts/${medium}`));
    for (let at = 12; ; at += 16)
      if (bytes.toString('latin1', at, at + 4) === 'OS/2') {
        bytes.writeUInt16BE(rights, bytes.readUInt32BE(at + 8) + 8);
        return bytes;
      }
  };
  test.each([
    ['no face', Buffer.from('not a face'), 'face.not-truetype'],
    ['nothing', Buffer.alloc(0), 'face.not-truetype'],
    ['half of one', Buffer.from(file(`@expo-google-fonts/${medium}`)).subarray(0, 60_000), 'face.not-truetype'],
    ['a web font', file('@fontsource/amiri/files/amiri-arabic-400-normal.woff2'), 'face.not-truetype'],
    ['one without Arabic', file('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'), 'face.lacks-letters'],
    ['one that may not be embedded', withRights(2), 'face.may-not-embed'],
  ])('%s is refused and leaves nothing behind', async (_what, regular, code) => {
    await expect(addFace({ name: 'x.ttf', regular })).rejects.toMatchObject({ code });
    expect((await listFaces()).every(({ own }) => !own)).toBe(true);
    expect(existsSync(join(home, 'warraq', 'faces')) ? readdirSync(join(home, 'warraq', 'faces')) : []).toEqual([]);
  });

  test.each(['../../etc', '..', 'a/b', ''])('%j is no name of a face', async (id) => {
    await expect(loadFaces(id)).rejects.toMatchObject({ code: 'face.unknown' });
    expect(await removeOwnFace(id)).toBe(false);
    expect(existsSync(dirname(home))).toBe(true);
  });
});
