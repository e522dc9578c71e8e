import {
  type DuplicateCluster,
  type ImportOptions,
  type ImportOutcome,
  importOptionsSchema,
  type MappedColumn,
  mappedColumns,
} from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import { existsSync } from 'node:fs';
import { type Core, importPaths, listFormats, watchFolder, writeReport } from '#core/core.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import { endOfImport, type Failed, type Imported, type ImportResult, lineOf, warningOf } from '../import-words.ts';
import type { Verb } from '../session.ts';
import type { Terminal } from '../terminal.ts';

export const importing: Verb = async ({ args, terminal, signal, withArchive }) => {
  const read = readArguments(args, {
    tag: { type: 'string', multiple: true },
    collection: { type: 'string' },
    as: { type: 'string' },
    encoding: { type: 'string' },
    repair: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    duplicates: { type: 'string' },
    column: { type: 'string', multiple: true },
    near: { type: 'boolean' },
    report: { type: 'string' },
    watch: { type: 'boolean' },
  });
  const paths = atLeastOne(read.positionals, 'PATH…');
  const dryRun = read.flag('dry-run');
  const options = importOptionsSchema.parse({
    tags: read.all('tag'),
    collection: read.one('collection'),
    format: formatNamed(read.one('as')),
    encoding: read.one('encoding'),
    columns: columnsFrom(read.all('column')),
    repair: read.flag('repair'),
    dryRun,
    duplicates: read.choice('duplicates', ['skip', 'keep'], 'skip'),
  });
  const started = performance.now();
  const result: ImportResult = { imported: [], duplicates: [], failed: [], seconds: 0 };
  const told: ImportOutcome[] = [];
  const report = read.one('report');
  let interrupted = 0;
  const watched = read.flag('watch') ? oneToWatch(paths, dryRun) : undefined;
  await withArchive('create', async (client, core) => {
    if (watched !== undefined) {
      terminal.say(watching[terminal.language].replace('{path}', watched));
      for await (const outcome of newIn(core, watched, { options, signal, terminal })) {
        note(result, outcome, { dryRun, terminal });
        if (report !== undefined) told.push(outcome);
        terminal.say(newsOf(outcome, terminal));
      }
      return;
    }
    for await (const outcome of importPaths(core.services, paths, options, signal)) {
      note(result, outcome, { dryRun, terminal });
      if (outcome.outcome === 'duplicate' && outcome.interrupted && ++interrupted === 1) terminal.say(goesOn[terminal.language]);
      if (report !== undefined) told.push(outcome);
      terminal.progress(`${result.imported.length} · ${result.duplicates.length} · ${result.failed.length}  ${outcome.path}`);
    }
    if (read.flag('near') && !dryRun && !signal.aborted) {
      const mine = new Set(result.imported.map(({ id }) => id));
      let clusters: DuplicateCluster[] = [];
      for await (const step of await client.search.duplicates({ near: true }, { signal })) {
        if (step.step === 'done') clusters = step.clusters;
        else terminal.progress(`${step.done}/${step.total}`);
      }
      result.near = clusters.filter(({ ids }) => ids.some((id) => mine.has(id)));
    }
  });
  result.seconds = Math.round(performance.now() - started) / 1000;
  terminal.result(result, function* () {
    for (const one of result.imported) yield lineOf(one, dryRun);
    yield* endOfImport(result, { dryRun, interrupted, language: terminal.language });
  });
  // What was kept is told also where the report cannot be written.
  if (report !== undefined) await writeReport(report, told, terminal.failure);
  // Not done: 128 + SIGINT, as the shell tells it.
  if (result.left !== undefined) return 130;
  return result.failed.length > 0 ? 6 : 0;
};

function formatNamed(id: string | undefined): string | undefined {
  const known = id === undefined ? [] : listFormats('en').capture.map((one) => one.id);
  if (id !== undefined && !known.includes(id))
    throw new Failure('usage.bad-value', { option: '--as', value: id, allowed: known.join(' | ') });
  return id;
}

function oneToWatch(paths: readonly string[], dryRun: boolean): string {
  const [folder, more] = paths;
  if (dryRun) throw new Failure('usage.bad-value', { option: '--watch', value: '--dry-run', allowed: '--watch DIR' });
  if (folder === undefined || more !== undefined || folder === '-')
    throw new Failure('usage.bad-value', { option: '--watch', value: paths.join(' '), allowed: 'DIR' });
  if (!existsSync(folder)) throw new Failure('capture.missing', { path: folder });
  return folder;
}

type Watching = { options: ImportOptions; signal: AbortSignal; terminal: Terminal };

/** What becomes of each, as it comes. That the folder is not there any more is said once. */
async function* newIn(core: Core, folder: string, { options, signal, terminal }: Watching): AsyncGenerator<ImportOutcome> {
  let missing = false;
  for await (const one of watchFolder(core.services, folder, options, signal)) {
    if (one.step === 'outcome') yield one.outcome;
    else if (one.step === 'missing' && !missing) terminal.say(gone[terminal.language].replace('{path}', folder));
    missing = one.step === 'missing';
  }
}

function newsOf(outcome: ImportOutcome, { language, failure }: Terminal): string {
  if (outcome.outcome === 'imported') return `+ ${outcome.path} → ${outcome.title}`;
  if (outcome.outcome === 'duplicate') return language === 'ar' ? `محفوظ من قبل: ${outcome.path}` : `Already kept: ${outcome.path}`;
  return outcome.outcome === 'left' ? outcome.path : failure(outcome.failure.code, outcome.failure.params);
}

const watching = {
  ar: 'يُراقَب «{path}»: ما يُضاف إليه أو يتغيّر يُستورد حين يسكن. أوقفه بالمفتاحين Ctrl-C.',
  en: 'Watching “{path}”: what is new or changed in it is taken in once it is quiet. Ctrl-C ends this.',
} as const;
const gone = {
  ar: 'لا يوجد المجلد «{path}» الآن. ما استُورد منه سليم؛ تستمر المراقبة إلى أن يعود.',
  en: 'The folder “{path}” is not there now. What was taken in from it is safe; it is watched for until it is back.',
} as const;

/** `--column title=العنوان`, as often as wanted. */
function columnsFrom(options: readonly string[]): Partial<Record<MappedColumn, string>> | undefined {
  const columns: Partial<Record<MappedColumn, string>> = {};
  for (const option of options) {
    const [, name, value] = /^([^=]*)=(.*)$/s.exec(option) ?? [];
    const column = mappedColumns.find((one) => one === name);
    if (column === undefined || value === undefined)
      throw new Failure('usage.bad-value', {
        option: '--column',
        value: option,
        allowed: mappedColumns.map((one) => `${one}=…`).join(' | '),
      });
    columns[column] = value.trim();
  }
  return options.length > 0 ? columns : undefined;
}

const goesOn = {
  ar: 'انقطع استيراد هذه المسارات من قبل؛ يُستأنف الآن، وما حُفظ منها لا يُحفظ مرتين.',
  en: 'An import of these paths was interrupted before; it goes on now, and what was kept of them is not kept twice.',
} as const;

function note(result: ImportResult, outcome: ImportOutcome, { dryRun, terminal }: { dryRun: boolean; terminal: Terminal }): void {
  if (outcome.outcome === 'imported') {
    const { path, id, title, captureOf, reading } = outcome;
    const one: Imported = { path, id, title };
    if (captureOf !== undefined) one.captureOf = captureOf;
    const warning = warningOf(reading, terminal.language);
    if (warning !== undefined) one.warning = warning;
    if (dryRun) one.reading = reading;
    result.imported.push(one);
  } else if (outcome.outcome === 'duplicate') {
    const { path, of, interrupted } = outcome;
    result.duplicates.push({ path, of, ...(interrupted ? { interrupted } : {}) });
  } else if (outcome.outcome === 'left') {
    result.left = (result.left ?? 0) + 1;
  } else {
    const { code, params } = outcome.failure;
    const one: Failed = { path: outcome.path, code, message: terminal.failure(code, params) };
    result.failed.push(one);
  }
}
