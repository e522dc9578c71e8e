// Ten pages that try what a page of an article can hold. Texts are the project's own, or in the public domain.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportOptions } from '#contract/contract.ts';
import { type Block, type Item, itemSchema } from '#contract/item.ts';

export type Sample = { name: string; item: Item; options: Partial<ExportOptions> };

const item = (title: string, body: Block[], language = 'ar'): Item =>
  itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000009',
    revision: 1,
    state: 'active',
    title,
    body,
    language,
    dates: {},
  });
const paragraphs = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));
const row = (cells: string[], header?: boolean): Block => ({ kind: 'paragraph', text: cells.filter(Boolean).join(' | '), cells, header });

const seed = readFileSync(join(import.meta.dirname, '../fixtures/seed/page.txt'), 'utf8')
  .split(/\r?\n/)
  .map((line) => line.trim())
  .filter(Boolean);
const [, title = ''] = seed;
const article = seed.slice(
  2,
  seed.findIndex((line) => line.startsWith('المصدر /')),
);

export const samples: readonly Sample[] = [
  { name: 'seed', item: item(title, paragraphs(...article)), options: {} },
  {
    name: 'vowelled-poem',
    item: item('من معلقة امرئ القيس', [
      ...[
        'قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ *** بِسِقْطِ اللِّوَى بَيْنَ الدَّخُولِ فَحَوْمَلِ',
        'فَتُوضِحَ فَالْمِقْرَاةِ لَمْ يَعْفُ رَسْمُهَا *** لِمَا نَسَجَتْهَا مِنْ جَنُوبٍ وَشَمْأَلِ',
        'تَرَى بَعَرَ الْآرَامِ فِي عَرَصَاتِهَا *** وَقِيعَانِهَا كَأَنَّهُ حَبُّ فُلْفُلِ',
        'كَأَنِّي غَدَاةَ الْبَيْنِ يَوْمَ تَحَمَّلُوا *** لَدَى سَمُرَاتِ الْحَيِّ نَاقِفُ حَنْظَلِ',
      ].map((text): Block => ({ kind: 'verse', text })),
      ...paragraphs(
        'بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ الرَّحْمَٰنِ الرَّحِيمِ مَالِكِ يَوْمِ الدِّينِ إِيَّاكَ نَعْبُدُ وَإِيَّاكَ نَسْتَعِينُ اهْدِنَا الصِّرَاطَ الْمُسْتَقِيمَ صِرَاطَ الَّذِينَ أَنْعَمْتَ عَلَيْهِمْ غَيْرِ الْمَغْضُوبِ عَلَيْهِمْ وَلَا الضَّالِّينَ.',
        'لَا إِلَٰهَ إِلَّا اللَّهُ، وَاللَّهِ لَأَلْفُ لَأْمَةٍ وَلِلْإِسْلَامِ وَالْآلَاتِ؛ ضَمَّةٌ وَشَدَّةٌ وَكَسْرَةٌ: مُحَمَّدٌ ﷺ قَالَ: «إِنَّمَا الْأَعْمَالُ بِالنِّيَّاتِ».',
      ),
    ]),
    options: {},
  },
  {
    name: 'technical',
    item: item('ملاحظات على الإصدار 2.4.1 (RC2)', [
      ...paragraphs(
        'يدعم الإصدار 2.4.1 (الصادر في 2024/05/04) بروتوكول HTTP/3 (RFC 9114) على المنفذ 443، ويرفض كل طلب أطول من 8,192 بايت [انظر الجدول (3)].',
        'ارتفعت النسبة من 12.5% إلى ٤٥٪ (أي +32.5 نقطة)، وبلغت درجة الحرارة −5° ثم +12°، والسعر $1,234.50 أو €99، والمدى ١٠–٢٠ و20-10.',
        'نفّذ الأمر npm ci && npm start ثم افتح http://127.0.0.1:8080/path?x=1&y=2#top واكتب إلى name@example.org (الرد خلال 24 ساعة).',
        'الدالة f(x) = a·x² + b·x + c تساوي صفرًا عند x = (−b ± √Δ) / 2a، حيث Δ = b² − 4ac (α ≤ β)؛ والمصفوفة A[i][j] من النوع std::vector<int>.',
        'المعادلة H₂O + CO₂ → H₂CO₃ «حمض الكربونيك»، والثابت π ≈ 3.14159، ورقم الهاتف ‎+962-6-555-0100 ومعيار ISO/IEC 10646:2020.',
      ),
      { kind: 'heading', level: 2, text: 'خطوات (1) إلى (3)' },
      { kind: 'list-item', text: '1) حمّل الملف data_v2.json (حجمه 3.5 MB).' },
      { kind: 'list-item', text: '2) شغّل ‎./run.sh --fast ثم انتظر 10 ثوانٍ.' },
      { kind: 'list-item', text: '3) قارن الناتج بـ {"ok": true} وتحقق من السطر 12.' },
    ]),
    options: {},
  },
  {
    name: 'table',
    item: item('السكان والمساحة', [
      ...paragraphs('يبيّن الجدول الآتي عدد السكان بالمليون والمساحة بالكيلومتر المربع في بعض البلدان العربية (تقديرات 2023).'),
      row(['البلد', 'السكان (مليون)', 'المساحة (كم²)', 'العاصمة', 'ملاحظات'], true),
      row(['مصر', '112.7', '1,010,408', 'القاهرة', 'أكبر البلدان العربية سكانًا']),
      row(['السودان', '48.1', '1,861,484', 'الخرطوم', 'انفصل عنه الجنوب سنة 2011 بعد استفتاء جرى في كانون الثاني']),
      row(['الجزائر', '45.6', '2,381,741', 'الجزائر', 'أكبرها مساحة (Algérie)']),
      row(['العراق', '45.5', '438,317', 'بغداد', '']),
      row(['المغرب', '37.8', '446,550', 'الرباط', 'لا تدخل في المساحة الصحراء']),
      row(['لبنان', '5.4', '10,452', 'بيروت', '٪٨٧ منهم في المدن']),
      ...paragraphs('المصدر: تقديرات الأمم المتحدة، والأرقام مقرّبة.'),
    ]),
    options: {},
  },
  {
    name: 'quotation',
    item: item('قول وتعليق', [
      ...paragraphs('كتب ابن خلدون في مقدمته يصف ما يطرأ على الأخبار من الكذب، فقال كلامًا يُستشهد به إلى اليوم:'),
      {
        kind: 'quote',
        text: 'اعلم أن فن التاريخ فن عزيز المذهب جم الفوائد شريف الغاية، إذ هو يوقفنا على أحوال الماضين من الأمم في أخلاقهم، والأنبياء في سيرهم، والملوك في دولهم وسياستهم.',
      },
      { kind: 'quote', text: 'ثم قال: «والأخبار إذا اعتُمد فيها على مجرد النقل (ولم تُحكَّم أصول العادة) فربما لم يؤمن فيها من العثور».' },
      ...paragraphs('وهذا الكلام، كما قال أحد الشرّاح: “this is the first critique of sources”، أصل في نقد الرواية.'),
    ]),
    options: {},
  },
  {
    name: 'long-word',
    item: item(
      'كلمات لا يتسع لها السطر',
      paragraphs(
        `قبلها كلام ${'فأسقيناكموها'.repeat(9)} وبعدها كلام قصير.`,
        `عنوان طويل https://example.org/${'archive/'.repeat(14)}index.html?query=${'a'.repeat(40)} ثم نص.`,
        `مدّ ${'ــــ'.repeat(30)} ثم كلمة ${'س'.repeat(160)} انتهت.`,
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft كلمة ألمانية في سطر عربي.',
      ),
    ),
    options: {},
  },
  { name: 'two-columns', item: item(title, paragraphs(...article)), options: { columns: 2 } },
  { name: 'large-print', item: item(title, paragraphs(...article)), options: { print: 'large' } },
  {
    name: 'persian',
    item: item(
      'آغاز گلستان سعدی',
      [
        ...paragraphs(
          'منّت خدای را عزّ و جل که طاعتش موجب قربتست و به شکر اندرش مزید نعمت. هر نفسی که فرو می‌رود ممدّ حیاتست و چون بر می‌آید مفرّح ذات. پس در هر نفسی دو نعمت موجودست و بر هر نعمتی شکری واجب.',
          'بارانِ رحمتِ بی‌حسابش همه را رسیده و خوانِ نعمتِ بی‌دریغش همه جا کشیده؛ پردهٔ ناموسِ بندگان به گناهِ فاحش ندرد و وظیفهٔ روزی به خطای مُنکَر نبُرد (سال ۶۵۶ هجری، ۱۲۵۸ م).',
        ),
        { kind: 'verse', text: 'از دست و زبان که برآید *** کز عهدهٔ شکرش به در آید' },
        { kind: 'verse', text: 'بنده همان به که ز تقصیر خویش *** عذر به درگاه خدای آورد' },
      ],
      'fa',
    ),
    options: { face: 'vazirmatn' },
  },
  {
    name: 'urdu',
    item: item(
      'غالب کی ایک غزل',
      [
        { kind: 'verse', text: 'ہزاروں خواہشیں ایسی کہ ہر خواہش پہ دم نکلے *** بہت نکلے مرے ارمان لیکن پھر بھی کم نکلے' },
        { kind: 'verse', text: 'نکلنا خلد سے آدم کا سنتے آئے ہیں لیکن *** بہت بے آبرو ہو کر ترے کوچے سے ہم نکلے' },
        ...paragraphs(
          'مرزا اسد اللہ خان غالب (۱۷۹۷ء – ۱۸۶۹ء) اردو اور فارسی کے مشہور شاعر تھے۔ اُن کی شاعری میں فکر کی گہرائی، ٹھیٹھ محاورے اور چھوٹے چھوٹے جملے ہیں؛ دہلی میں اُن کے گھر کو اب یادگار (Ghalib ki Haveli) بنا دیا گیا ہے۔',
        ),
      ],
      'ur',
    ),
    options: { face: 'noto-naskh' },
  },
];
