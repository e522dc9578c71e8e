// Plain text: title, source line, body; articles apart by a form feed.
import type { Item } from '#contract/item.ts';
import type { ExportFormat } from './format.types.ts';

function page(item: Item): string {
  const { source, dates } = item;
  const line = [source, dates.published?.stated ?? dates.published?.value, dates.updated?.stated ?? dates.updated?.value].filter(Boolean);
  return [item.title, ...(line.length > 0 ? [line.join(' · ')] : []), ...item.body.map((block) => block.text).filter(Boolean)].join('\n\n');
}

export const text: ExportFormat = {
  id: 'text',
  extension: '.txt',
  mediaType: 'text/plain;charset=utf-8',
  options: [],
  async *write(items, { onItem }) {
    let first = true;
    for await (const item of items) {
      yield Buffer.from(`${first ? '' : '\n\f\n'}${page(item)}\n`);
      first = false;
      onItem(0);
    }
  },
};
