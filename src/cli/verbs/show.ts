import { pipeline } from 'node:stream/promises';
import type { Item } from '#contract/item.ts';
import type { Language } from '#i18n/message.ts';
import { printAr } from '#i18n/print.ar.ts';
import { printEn } from '#i18n/print.en.ts';
import { annotationLine } from './annotate.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

export const show: Verb = async ({ args, terminal, withArchive }) => {
  const read = readArguments(args, { original: { type: 'boolean' } });
  const ids = atLeastOne(read.positionals, 'ID…');
  if (read.flag('original')) {
    await withArchive('read', async (client) => {
      // Before the first byte: an article that is not there is told, and nothing half done.
      for (const id of ids) await client.item.get({ id });
      for (const id of ids) {
        const file = await client.item.original({ id });
        await pipeline(file.stream(), process.stdout, { end: false });
      }
    });
    return 0;
  }
  const items = await withArchive('read', (client) => Promise.all(ids.map((id) => client.item.get({ id }))));
  terminal.result({ items }, () => items.flatMap((item) => [...page(item, terminal.language)]));
  return 0;
};

function* page(item: Item, language: Language): Generator<string> {
  const { creators, source, dates } = item;
  const labels = language === 'ar' ? printAr : printEn;
  const updated = dates.updated && `${labels.updated}: ${dates.updated.stated ?? dates.updated.value}`;
  yield item.title;
  yield [source, ...creators, dates.published?.value, updated].filter(Boolean).join(' · ');
  if (item.tags.length > 0) yield item.tags.map((tag) => `#${tag}`).join(' ');
  for (const block of item.body) {
    yield '';
    yield block.text;
  }
  if (item.annotations) yield '';
  for (const annotation of item.annotations ?? []) yield annotationLine(annotation);
  yield '';
  for (const file of item.files) yield `${file.name} · ${file.bytes} · sha256 ${file.sha256}`;
}
