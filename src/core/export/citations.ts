// A list of citations: one line an article, as it is cited in a text.
import { defaultSettings } from '#contract/settings.ts';
import { citationOf } from '#i18n/citation.ts';
import type { ExportFormat } from './format.types.ts';

export const citations: ExportFormat = {
  id: 'citations',
  extension: '.txt',
  mediaType: 'text/plain;charset=utf-8',
  purpose: 'references',
  options: ['language', 'digits'],
  async *write(items, { options: { language, digits }, onItem }) {
    for await (const item of items) {
      yield Buffer.from(`${citationOf(item, { ...defaultSettings, language, digits })}\n`);
      onItem(0);
    }
  },
};
