// node test/support/desk-archive.ts DIR N: an archive as people have it after a year – sources, dates, tags and collections
// within others, titles of both directions – with a shelf. The same from run to run but for identifiers of its journal.
import { createHash } from 'node:crypto';
import { createStore } from '#core/archive/store.ts';
import { silent } from '#core/log.ts';
import { type Item, itemSchema } from '#contract/item.ts';
import { defaultSettings } from '#contract/settings.ts';
import { seeded } from './seeded.ts';

const subjects = [
  'ولايتي يلتقي بوتين في موسكو لبحث الملف النووي',
  'أسعار النفط تتراجع مع ارتفاع المخزون الأمريكي',
  'مفاوضات فيينا: ماذا بعد الجولة السابعة؟',
  'How OPEC+ قرأت أرقام الربع الثالث',
  'القاهرة تستضيف مؤتمرًا عن مخطوطات التراث العربي',
  '«الورّاقون» مهنة عادت من بغداد إلى الرباط',
  'اتفاق لوقف إطلاق النار في الحديدة برعاية الأمم المتحدة',
  'Reuters: البنك المركزي يرفع الفائدة إلى 18.25%',
  'معرض الكتاب في بيروت يعود بعد غياب ثلاث سنوات',
  'دراسة: اللغة العربية في الويب لا تزيد على 3% من المحتوى',
] as const;
const sources = ['الوقت', 'الحياة', 'النهار', 'السفير', 'الشرق الأوسط', 'BBC عربي'] as const;
const tags = [
  'دول/روسيا',
  'دول/روسيا/موسكو',
  'دول/إيران',
  'دول/مصر',
  'نفط',
  'اقتصاد/فائدة',
  'ثقافة/كتب',
  'ثقافة/مخطوطات',
  'دبلوماسية',
] as const;
const shelves = ['أبحاث/الملف النووي', 'أبحاث/طاقة', 'نشرة الأسبوع', 'للقراءة'] as const;
const words =
  'قال مصدر مطلع إن الوفد وصل صباح اليوم إلى العاصمة لبحث العلاقات بين البلدين وسبل تعزيز التعاون في مجالات الطاقة والثقافة والنقل'.split(
    ' ',
  );

const hex = (n: number, of: string): string => createHash('sha256').update(`${of}${n}`).digest('hex');

export function deskArticle(n: number): Item {
  const chance = seeded(n + 1);
  const some = (count: number): string => Array.from({ length: count }, () => chance.pick(words)).join(' ');
  const tail = hex(n, 'id');
  const head = (0x0190_0000_0000 + n).toString(16).padStart(12, '0');
  const year = 2011 + chance.int(14);
  const month = String(1 + chance.int(12)).padStart(2, '0');
  const own = new Set(Array.from({ length: chance.int(4) }, () => chance.pick(tags)));
  const english = n % 17 === 3;
  return itemSchema.parse({
    schema: 1,
    id: `${head.slice(0, 8)}-${head.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`,
    revision: 1,
    state: n % 40 === 39 ? 'trashed' : 'active',
    title: english ? `Letters from the reading room, no. ${n}` : n < 10 ? subjects[n % 10] : `${subjects[n % 10]} (${some(2)})`,
    body: Array.from({ length: 6 }, () => ({ kind: 'paragraph', text: `${some(42)}.` })),
    language: english ? 'en' : 'ar',
    source: sources[n % sources.length],
    creators: n % 3 === 0 ? ['ليلى حدّاد'] : [],
    dates: {
      published: { value: n % 9 === 0 ? `${year}-${month}` : `${year}-${month}-${String(1 + chance.int(28)).padStart(2, '0')}` },
      captured: { value: `2024-05-${String(1 + (n % 28)).padStart(2, '0')}T08:00:00.000Z` },
    },
    tags: [...own],
    collections: n % 4 === 0 ? [chance.pick(shelves)] : [],
    files: [],
  });
}

export const deskShelf = {
  searches: [{ name: 'روسيا والنفط', query: 'روسيا أو النفط', filters: { state: 'active' as const }, sort: 'captured' as const }],
  colours: { دول: 'blue' as const, 'دول/روسيا': 'red' as const, نفط: 'orange' as const, ثقافة: 'teal' as const },
  collections: ['نشرة الأسبوع', 'للقراءة', 'أبحاث'],
};

/** Acts of one article each, as an import makes them. */
export async function makeDeskArchive(dir: string, count: number, log: (done: number) => void = () => {}): Promise<void> {
  const at = '2024-05-29T08:00:00.000Z';
  const store = await createStore({
    dir,
    app: 'test',
    device: 'desk',
    clock: () => new Date(at),
    newId: () => deskArticle(1e9).id,
    log: silent,
  });
  const AT_ONCE = 500;
  for (let from = 0; from < count; from += AT_ONCE) {
    const items = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => deskArticle(from + n));
    await Promise.all(items.map((item) => store.commit({ event: 'capture', at, changes: [{ op: 'put', item }] })));
    log(from + items.length);
  }
  await store.commit({ event: 'settings', at, changes: [{ op: 'settings', settings: { ...defaultSettings, shelf: deskShelf } }] });
  await store.close();
}

if (import.meta.main) {
  const [dir, count] = process.argv.slice(2);
  await makeDeskArchive(dir!, Number(count ?? 60), (done) => process.stderr.write(`\r${done}`));
}
