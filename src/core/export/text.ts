// Plain text: title, a line of source, names and dates, body with its notes behind it; articles apart by a form feed.
import type { ExportOptions } from '#contract/contract.ts';
import type { Item, StatedDate } from '#contract/item.ts';
import type { PrintLabels } from '#i18n/print.ar.ts';
import { annotatedItem } from './annotated.ts';
import type { ExportFormat } from './format.types.ts';
import { labelsFor } from './labels.ts';
import { withNotes } from './pdf/notes.ts';
import { statedWords } from './stated-words.ts';

/** In the words of its source; else the day, whatever hour a machine adds to it. */
const told = (date: StatedDate): string => statedWords(date) ?? date.value.replace(/T.*/s, '');

function page(given: Item, options: ExportOptions): string {
  // Without notes of people the text is the record's, mark for mark.
  const item = annotatedItem(given, options);
  const { source, creators, dates } = item;
  const labels = labelsFor(item, options);
  const updated = dates.updated && `${labels.updated}: ${told(dates.updated)}`;
  const line = [source, ...creators, dates.published && told(dates.published), updated].filter(Boolean);
  const own = new Set((given.annotations ?? []).map(({ id }) => id));
  const body =
    own.size === 0
      ? item.body
      : notesBehind(
          withNotes(item.body, (number) => number),
          own,
          labels,
        );
  return [item.title, ...(line.length > 0 ? [line.join(' · ')] : []), ...body.map((block) => block.text).filter(Boolean)].join('\n\n');
}

type Noted = ReturnType<typeof withNotes>[number];

/** People's notes stand behind the text under a heading, each with its mark. */
function notesBehind(blocks: readonly Noted[], own: ReadonlySet<string>, { onTheText }: PrintLabels): Noted[] {
  const labelled = blocks.map((block) => (block.label ? { ...block, text: `${block.label} ${block.text}` } : block));
  const isOwn = ({ note }: Noted): boolean => note !== undefined && own.has(note);
  const [text, notes] = [labelled.filter((block) => !isOwn(block)), labelled.filter(isOwn)];
  const headed = notes.length === 0 || text.some((block) => block.kind === 'heading' && block.text === onTheText);
  return [...text, ...(headed ? [] : [{ kind: 'heading', text: onTheText } as const]), ...notes];
}

export const text: ExportFormat = {
  id: 'text',
  extension: '.txt',
  mediaType: 'text/plain;charset=utf-8',
  purpose: 'reading',
  options: ['language', 'labels', 'notes', 'sic'],
  async *write(items, { onItem, options }) {
    let first = true;
    for await (const item of items) {
      yield Buffer.from(`${first ? '' : '\n\f\n'}${page(item, options)}\n`);
      first = false;
      onItem(0);
    }
  },
};
