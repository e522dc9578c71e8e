import { readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

const labels = {
  ar: {
    items: 'المقالات',
    tags: 'الوسوم',
    sources: 'المصادر',
    words: 'الكلمات',
    bytes: 'بايتات الأصول',
    oldest: 'الأقدم',
    newest: 'الأحدث',
  },
  en: {
    items: 'Articles',
    tags: 'Tags',
    sources: 'Sources',
    words: 'Words',
    bytes: 'Bytes of originals',
    oldest: 'Oldest',
    newest: 'Newest',
  },
};

export const stats: Verb = async ({ args, terminal, withArchive }) => {
  readArguments(args, {}, 0);
  const result = await withArchive('find', (client) => client.archive.stats());
  terminal.result(result, () =>
    Object.entries(labels[terminal.language]).map(([key, label]) => `${label}: ${result[key as 'items'] ?? '—'}`),
  );
  return 0;
};
