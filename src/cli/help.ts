import type { Language } from '#i18n/message.ts';

const usage = 'warraq [--archive DIR] [--json] [--lang ar|en] [--quiet | --verbose] COMMAND …';

const commands: readonly [string, string, string][] = [
  ['init [DIR]', 'ينشئ أرشيفًا', 'make an archive'],
  [
    'import PATH… [--tag T] [--collection C] [--as F] [--encoding E] [--column title=NAME]… [--repair] [--dry-run] [--duplicates skip|keep] [--near] [--report FILE]',
    'يستورد ملفات ومجلدات',
    'take in files and folders',
  ],
  ['import --watch DIR', 'يراقب مجلدًا ويستورد ما يُضاف إليه أو يتغيّر', 'watch a folder and take in what is new or changed in it'],
  ['list [--tag --source --year --collection --from --to --state --sort --limit --offset]', 'يسرد المقالات', 'list articles'],
  ['show ID… [--original]', 'يعرض مقالًا أو ملفه الأصلي', 'show an article or its original file'],
  ['search QUERY [--exact] [--sort S] [--limit N] [--offset N]', 'يبحث بأي رسم للكلمة', 'search by any spelling'],
  ['tag add|remove TAG ID… · tag rename OLD NEW · tag merge INTO TAG… · tag list · tag twins', 'الوسوم', 'tags'],
  ['edit ID --set FIELD=VALUE… --unset FIELD…', 'يعدّل حقول مقال', 'edit the fields of an article'],
  [
    'annotate ID --quote TEXT [--nth N] [--field title|body] [--note TEXT | --correct TEXT] [--colour C] · annotate remove ID ANNOTATION',
    'يظلّل كلمات من النص، أو يكتب عليها ملاحظة، أو يضع بجانبها تصحيحًا',
    'highlight words of the text, note on them, or mark a correction beside them',
  ],
  [
    'reread ID [--encoding E] [--repair]',
    'يقرأ الأصل من جديد بترميز آخر، أو يصلح ما أُفسد منه',
    'read the original again in another encoding, or with its mojibake undone',
  ],
  ['history ID · revert ID REVISION', 'نسخ المقال والرجوع إلى إحداها', 'the revisions of an article, and back to one of them'],
  [
    'captures ID · compare ID ID',
    'لقطات الصفحة نفسها، ومقارنة مقالين كلمة كلمة',
    'captures of the same page, and two articles compared word by word',
  ],
  [
    'rules list|show NAME|check FILE…|add FILE…|remove NAME… · removed ID · putback ID N…|--all',
    'قواعد أثاث الصفحات لكل موقع، وما أزالته، وإعادته',
    'rules for what outlets print around articles; what they took out, and putting it back',
  ],
  ['trash ID… · restore ID…', 'ينقل إلى المحذوفات ويعيد', 'move to the trash and back'],
  ['purge ID…', 'يمحو مقالًا وأصله ونسخه نهائيًا', 'take an article out for good, with its original and its revisions'],
  ['verify [DIR]', 'يقارن كل ملف ببصمته', 'compare every file with its digest'],
  ['reindex', 'يعيد بناء الفهرس من الملفات', 'build the index again from the files'],
  [
    'export [ID…] [--query Q] [--sort S] [--format F] -o PATH [--digits arab|latn] [--size a4|a5|letter] [--labels ar|en] [--face F] [--kashida on|off] [--columns 1|2] [--print normal|large] [--notes on|off] [--sic faithful|marked|corrected] [--profile a-2u|a-1b]',
    'يصدّر PDF وغيره؛ و‎--labels لغة ما يُكتب حول المقالات، فإن لم تُذكر فلغة كل مقال',
    'export as PDF and others; --labels is the language of what stands around the articles, else that of each',
  ],
  [
    'face list · face add FILE [--bold FILE] [--kashida] · face remove FACE',
    'خطوط الطباعة، وإضافة خط من ملف',
    'typefaces for the page, and one more from a file',
  ],
  ['formats', 'الصيغ المعروفة', 'known formats'],
  [
    'duplicates [--near]',
    'المقالات المكررة، ومع ‎--near القريبة من بعضها',
    'articles kept twice; with --near those that are nearly the same',
  ],
  [
    'similar ID [--limit N] · keywords ID [--limit N]',
    'مقالات قريبة من مقال، وما يصلح وسومًا له',
    'articles like one, and words of it that may be its tags',
  ],
  [
    'survey [QUERY] [--tag --source --year …]',
    'النتيجة كلها معدودة: بالزمن والمصدر والوسم، ومن يظهر مع من',
    'a whole result counted: by time, source and tag, and who appears with whom',
  ],
  ['stats', 'أعداد الأرشيف', 'counts of the archive'],
  ['serve [--port N] [--open] [--create]', 'يفتح الواجهة في المتصفح', 'open the interface in a browser'],
];

/** All of it, or how one command is written. */
export function helpLines(language: Language, command?: string): string[] {
  const arabic = language === 'ar';
  const formsOf = ([forms]: readonly [string, string, string]): string[] => forms.split(' · ');
  const about = commands.filter((one) => formsOf(one).some((form) => form.split(' ')[0] === command));
  const shown = about.length > 0 ? about : commands;
  return [
    ...(about.length > 0 ? [] : [arabic ? 'ورّاق: أرشيف للمقالات العربية' : 'Warraq: an archive for Arabic articles', '']),
    usage,
    '',
    ...shown.flatMap(([form, ar, en]) => [`  ${form}`, `      ${arabic ? ar : en}`]),
  ];
}
