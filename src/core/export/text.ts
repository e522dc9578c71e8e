// Plain text: title, a line of source, names and dates, body with its notes behind it; articles apart by a form feed.
import type { ExportOptions } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import { annotatedItem } from './annotated.ts';
import type { ExportFormat } from './format.types.ts';
import { withNotes } from './pdf/notes.ts';

function page(given: Item, options: ExportOptions): string {
  // Without notes of people the text is the record's, mark for mark.
  const item = annotatedItem(given, options);
  const { source, creators, dates } = item;
  const line = [
    source,
    ...creators,
    dates.published?.stated ?? dates.published?.value,
    dates.updated?.stated ?? dates.updated?.value,
  ].filter(Boolean);
  const own = new Set((given.annotations ?? []).map(({ id }) => id));
  const body =
    own.size === 0
      ? item.body
      : notesBehind(
          withNotes(item.body, (number) => number),
          own,
        );
  return [item.title, ...(line.length > 0 ? [line.join(' · ')] : []), ...body.map((block) => block.text).filter(Boolean)].join('\n\n');
}

type Noted = ReturnType<typeof withNotes>[number];

/** People's notes stand behind the text, each under its mark. */
function notesBehind(blocks: readonly Noted[], own: ReadonlySet<string>): Noted[] {
  const labelled = blocks.map((block) => (block.label ? { ...block, text: `${block.label} ${block.text}` } : block));
  const isOwn = ({ note }: Noted): boolean => note !== undefined && own.has(note);
  return [...labelled.filter((block) => !isOwn(block)), ...labelled.filter(isOwn)];
}

export const text: ExportFormat = {
  id: 'text',
  extension: '.txt',
  mediaType: 'text/plain;charset=utf-8',
  purpose: 'reading',
  options: ['notes', 'sic'],
  async *write(items, { onItem, options }) {
    let first = true;
    for await (const item of items) {
      yield Buffer.from(`${first ? '' : '\n\f\n'}${page(item, options)}\n`);
      first = false;
      onItem(0);
    }
  },
};
