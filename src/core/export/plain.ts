// The two formats without a page: text and JSON.
import type { Item } from '#contract/item.ts';
import type { ExportFormat } from './format.types.ts';

const plain = (id: string, extension: string, render: (item: Item, first: boolean) => string, open = '', close = ''): ExportFormat => ({
  id,
  extension,
  labelKey: id,
  options: [],
  async *write(items, _options, { onProgress, signal }) {
    let done = 0;
    yield Buffer.from(open);
    for await (const item of items) {
      signal?.throwIfAborted();
      yield Buffer.from(render(item, done === 0));
      onProgress?.({ done: ++done, pages: 0 });
    }
    yield Buffer.from(close);
    return { items: done, pages: 0, missing: [] };
  },
});

export const textFormat = plain(
  'text',
  'txt',
  (item, first) => `${first ? '' : '\n\n'}${item.title}\n\n${item.body.map((block) => block.text).join('\n\n')}\n`,
);
export const jsonFormat = plain('json', 'json', (item, first) => `${first ? '' : ',\n'}${JSON.stringify(item, null, 2)}`, '[\n', '\n]\n');
