// What a face must show before it is offered: the letters of Arabic with their vowel signs, and text that comes back out.
import { itemSchema } from '#contract/item.ts';
import { harfbuzzShaper } from '#core/typeset/harfbuzz.ts';
import type { Shaping } from '#core/typeset/shape.types.ts';
import { readTrueType } from '../pdf/true-type.ts';
import { withCompanions } from './load-faces.ts';
import type { OwnFace } from './own-faces.ts';

/** Hamza to yeh, the vowel signs, and the signs of punctuation that Arabic has of its own. */
const needed = [...span(0x0621, 0x063a), ...span(0x0641, 0x0652), ...'،؛؟'];
const shaping: Shaping = { rtl: true, language: 'ar', script: 'Arab', before: '', after: '' };

function span(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}

export function missingLetters({ regular, bold }: Pick<OwnFace, 'regular' | 'bold'>): string[] {
  const shapers = [...new Set([regular, bold])].map((bytes) => harfbuzzShaper(bytes, readTrueType(bytes).unitsPerEm));
  const lacks = (letter: string): boolean =>
    shapers.some((shaper) => shaper.shape(letter, shaping).clusters.some(({ glyphs }) => glyphs.some(([gid]) => gid === 0)));
  return needed.filter(lacks);
}

/** Plain, with numbers and Latin among it, and wholly vowelled (of the Muʿallaqāt). */
const proof = [
  'أعلن وزير الخارجية في مؤتمر صحفي عقده أمس أن المحادثات ستستأنف خلال الأسبوع المقبل بمشاركة الأطراف كلها.',
  'وبلغت نسبة النمو 45% في عام ٢٠٢٤ وفق تقرير (OPEC) الصادر في فيينا، بحسب «الوكالة».',
  'قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ بِسِقْطِ اللِّوَى بَيْنَ الدَّخُولِ فَحَوْمَلِ',
  'تَرَى بَعَرَ الْآرَامِ فِي عَرَصَاتِهَا وَقِيعَانِهَا كَأَنَّهُ حَبُّ فُلْفُلِ',
];

/** Words of a text set in the face that pdf.js does not find on the pages. */
export async function wordsLost(face: OwnFace): Promise<string[]> {
  const { writeBook } = await import('../pdf/document.ts');
  const title = 'بسم الله';
  const [id, body] = ['00000000-0000-7000-8000-000000000000', proof.map((text) => ({ kind: 'paragraph', text }))];
  const item = itemSchema.parse({ schema: 1, id, revision: 1, state: 'active', title, body, language: 'ar', dates: {} });
  async function* items() {
    yield item;
  }
  const options = { digits: 'arab', size: 'a4', language: 'ar' } as const;
  const faces = await withCompanions(face, face.kashida);
  const chunks: Uint8Array[] = [];
  const context = { options, signal: undefined, onItem: () => undefined, now: new Date(0), faces };
  for await (const chunk of writeBook(items(), context)) chunks.push(chunk);
  const text = bare(await textOf(Buffer.concat(chunks)));
  return [title, ...proof].flatMap((line) => line.split(' ')).filter((word) => !text.includes(bare(word)));
}

/** Spaces and marks of direction aside. */
const bare = (text: string): string => text.normalize('NFC').replace(/[\s\u200e\u200f\u2066-\u2069]/g, '');

async function textOf(bytes: Uint8Array): Promise<string> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: Uint8Array.from(bytes), disableFontFace: true, verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let at = 1; at <= document.numPages; at++) {
      const { items } = await (await document.getPage(at)).getTextContent();
      pages.push(items.map((part) => ('str' in part ? part.str : '')).join(' '));
    }
    return pages.join(' ');
  } finally {
    await task.destroy();
  }
}
