import { extname, resolve } from 'node:path';
import { sicReadings } from '#contract/annotation.ts';
import { exportOptionsSchema } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import { hitSorts } from '#contract/search.ts';
import { exportToFile, listFormats } from '#core/core.ts';
import { missingSentence } from '#i18n/missing.ts';
import { windowAr } from '#i18n/window.ar.ts';
import { windowEn } from '#i18n/window.en.ts';
import { readArguments } from '../arguments.ts';
import { filterOptions, readFilters } from '../filters.ts';
import type { Verb } from '../session.ts';

/** The one format whose files are named so; where several are, it is to be said which. */
function formatNamedBy(output: string | undefined): string | undefined {
  const found = listFormats('en').export.filter(({ extension }) => output !== undefined && extension === extname(output).toLowerCase());
  return found.length === 1 ? found[0]!.id : undefined;
}

export const exporting: Verb = async ({ args, terminal, signal, withArchive }) => {
  const read = readArguments(args, {
    ...filterOptions,
    query: { type: 'string' },
    sort: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    digits: { type: 'string' },
    size: { type: 'string' },
    labels: { type: 'string' },
    face: { type: 'string' },
    kashida: { type: 'string' },
    columns: { type: 'string' },
    print: { type: 'string' },
    notes: { type: 'string' },
    sic: { type: 'string' },
    profile: { type: 'string' },
  });
  const output = read.one('output');
  const format = read.one('format') ?? formatNamedBy(output);
  if (format === undefined) throw new Failure('usage.missing', { what: '--format F' });
  if (output === undefined) throw new Failure('usage.missing', { what: '-o PATH' });
  // One stream holds one thing.
  if (output === '-' && terminal.json) throw new Failure('usage.bad-value', { option: '--output', value: '-', allowed: '-o PATH' });
  const labels = read.one('labels') === undefined ? undefined : read.choice('labels', ['ar', 'en'], 'ar');
  const options = exportOptionsSchema.parse({
    digits: read.choice('digits', ['arab', 'latn'], 'arab'),
    size: read.choice('size', ['a4', 'a5', 'letter'], 'a4'),
    language: labels ?? 'ar',
    labels,
    face: read.one('face'),
    kashida: read.one('kashida') === undefined ? undefined : read.choice('kashida', ['on', 'off'], 'off'),
    columns: Number(read.choice('columns', ['1', '2'], '1')),
    print: read.choice('print', ['normal', 'large'], 'normal'),
    notes: read.choice('notes', ['on', 'off'], 'on'),
    sic: read.choice('sic', sicReadings, 'marked'),
    profile: read.choice('profile', ['a-2u', 'a-1b'], 'a-2u'),
  });
  const started = performance.now();
  const ids = read.positionals.length > 0 ? [...read.positionals] : undefined;
  const sort = read.choice('sort', hitSorts, 'relevance');
  const request = { ids, query: read.one('query'), filters: readFilters(read), sort, format, options };
  const written = await withArchive('find', (_client, core) =>
    exportToFile(core.services, request, output === '-' ? process.stdout : resolve(output), {
      signal,
      onProgress: ({ done, total, pages }) => terminal.progress(`${done}/${total} · ${pages}`),
    }),
  );
  const { items, pages, missing, relaxed, ...file } = written;
  const lacking = missingSentence(missing, terminal.language);
  const seconds = Math.round(performance.now() - started) / 1000;
  const toTell = [lacking, relaxed ? (terminal.language === 'ar' ? windowAr : windowEn).relaxed : undefined];
  const tell = (): void => toTell.forEach((sentence) => sentence && terminal.say(sentence));
  if (output === '-') {
    tell();
    return 0;
  }
  terminal.result({ written: [file], items, pages, seconds, missing, relaxed }, () => [
    terminal.language === 'ar'
      ? `كُتب ${file.path} (المقالات: ${items}، الصفحات: ${pages}، البايتات: ${file.bytes})`
      : `Wrote ${file.path} (articles: ${items}, pages: ${pages}, bytes: ${file.bytes})`,
  ]);
  if (!terminal.json) tell();
  return 0;
};
