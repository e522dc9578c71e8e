// Names of capture and export formats.
import type { Language } from './message.ts';

const labels: Record<string, { ar: string; en: string }> = {
  text: { ar: 'نص مجرد', en: 'Plain text' },
  html: { ar: 'صفحة ويب محفوظة', en: 'Saved web page' },
  pdf: { ar: 'كتاب PDF للطباعة', en: 'PDF for print' },
  json: { ar: 'سجلات JSON', en: 'JSON records' },
};

export const formatLabel = (id: string, language: Language): string => labels[id]?.[language] ?? id;
