// The records themselves, in one JSON document: {"items": [Item, …]}.
import type { ExportFormat } from './format.types.ts';

export const json: ExportFormat = {
  id: 'json',
  extension: '.json',
  mediaType: 'application/json',
  purpose: 'records',
  options: [],
  async *write(items, { onItem }) {
    let before = '{"items":[\n';
    for await (const item of items) {
      yield Buffer.from(before + JSON.stringify(item));
      before = ',\n';
      onItem(0);
    }
    yield Buffer.from(before.startsWith('{') ? `${before}]}\n` : '\n]}\n');
  },
};
