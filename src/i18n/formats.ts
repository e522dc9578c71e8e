// Names of capture and export formats.
import type { Language } from './message.ts';

const labels: Record<string, { ar: string; en: string }> = {
  text: { ar: 'نص عادي', en: 'Plain text' },
  html: { ar: 'صفحة ويب محفوظة', en: 'Saved web page' },
  mhtml: { ar: 'صفحة ويب في ملف واحد MHTML', en: 'Web page in one file (MHTML)' },
  webarchive: { ar: 'أرشيف صفحة من سفاري', en: 'Safari web archive' },
  warc: { ar: 'أرشيف ويب WARC', en: 'Web archive (WARC)' },
  markdown: { ar: 'نص بعلامات Markdown', en: 'Markdown' },
  doc: { ar: 'مستند وورد قديم (97–2003)', en: 'Old Word document (97–2003)' },
  docx: { ar: 'مستند وورد', en: 'Word document' },
  odt: { ar: 'مستند OpenDocument', en: 'OpenDocument text' },
  rtf: { ar: 'نص منسق RTF', en: 'Rich text (RTF)' },
  epub: { ar: 'كتاب EPUB', en: 'EPUB book' },
  eml: { ar: 'رسالة بريد', en: 'Mail message' },
  mbox: { ar: 'صندوق بريد', en: 'Mailbox' },
  feed: { ar: 'خلاصة RSS أو Atom', en: 'RSS or Atom feed' },
  table: { ar: 'جدول CSV أو TSV', en: 'CSV or TSV table' },
  ods: { ar: 'جدول OpenDocument', en: 'OpenDocument spreadsheet' },
  xlsx: { ar: 'مصنف إكسل', en: 'Excel workbook' },
  jsonl: { ar: 'سجلات JSON، سجل في كل سطر', en: 'JSON Lines' },
  ris: { ar: 'مراجع RIS', en: 'RIS references' },
  tei: { ar: 'نص TEI', en: 'TEI text' },
  jats: { ar: 'مقالة مجلة JATS', en: 'JATS journal article' },
  enw: { ar: 'مراجع EndNote', en: 'EndNote references' },
  bibtex: { ar: 'مراجع BibTeX', en: 'BibTeX references' },
  csl: { ar: 'مراجع CSL بصيغة YAML', en: 'CSL references (YAML)' },
  marc: { ar: 'فهرسة MARC 21', en: 'MARC 21 records' },
  marcxml: { ar: 'فهرسة MARCXML', en: 'MARCXML records' },
  mods: { ar: 'فهرسة MODS', en: 'MODS records' },
  rdf: { ar: 'مكتبة زوتيرو RDF', en: 'Zotero RDF' },
  bookmarks: { ar: 'إشارات المتصفح', en: 'Browser bookmarks' },
  zip: { ar: 'ملفات مضغوطة ZIP', en: 'ZIP archive' },
  tar: { ar: 'أرشيف TAR', en: 'TAR archive' },
  gzip: { ar: 'ملف مضغوط gzip', en: 'gzip file' },
  pdf: { ar: 'كتاب PDF للطباعة', en: 'PDF for print' },
  json: { ar: 'سجلات JSON', en: 'JSON records' },
  citations: { ar: 'قائمة إحالات', en: 'List of citations' },
};

/** Formats that go both ways under one id. */
const takenIn: typeof labels = {
  pdf: { ar: 'مستند PDF', en: 'PDF document' },
  json: { ar: 'بيانات JSON', en: 'JSON data' },
};

export const captureLabel = (id: string, language: Language): string => (takenIn[id] ?? labels[id])?.[language] ?? id;

export const formatLabel = (id: string, language: Language): string => labels[id]?.[language] ?? id;
