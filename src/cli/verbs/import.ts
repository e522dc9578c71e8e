import { type ImportOutcome, importOptionsSchema } from '#contract/contract.ts';
import { importPaths } from '#core/core.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

type Result = {
  imported: { path: string; id: string; title: string }[];
  duplicates: { path: string; of: string }[];
  failed: { path: string; code: string; message: string }[];
  seconds: number;
};

export const importing: Verb = async ({ args, terminal, signal, withArchive }) => {
  const read = readArguments(args, {
    tag: { type: 'string', multiple: true },
    collection: { type: 'string' },
    as: { type: 'string' },
    encoding: { type: 'string' },
    repair: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    duplicates: { type: 'string' },
  });
  const paths = atLeastOne(read.positionals, 'PATH…');
  const options = importOptionsSchema.parse({
    tags: read.all('tag'),
    collection: read.one('collection'),
    format: read.one('as'),
    encoding: read.one('encoding'),
    repair: read.flag('repair'),
    dryRun: read.flag('dry-run'),
    duplicates: read.choice('duplicates', ['skip', 'keep'], 'skip'),
  });
  const started = performance.now();
  const result: Result = { imported: [], duplicates: [], failed: [], seconds: 0 };
  await withArchive('create', async (_client, core) => {
    for await (const outcome of importPaths(core.services, paths, options, signal)) {
      note(result, outcome, terminal.failure);
      terminal.progress(`${result.imported.length} · ${result.duplicates.length} · ${result.failed.length}  ${outcome.path}`);
    }
  });
  result.seconds = Math.round(performance.now() - started) / 1000;
  terminal.result(result, () => lines(result, terminal.language));
  return result.failed.length > 0 ? 6 : 0;
};

function note(result: Result, outcome: ImportOutcome, sentence: (code: string, params: Record<string, unknown>) => string): void {
  if (outcome.outcome === 'imported') result.imported.push({ path: outcome.path, id: outcome.id, title: outcome.title });
  else if (outcome.outcome === 'duplicate') result.duplicates.push({ path: outcome.path, of: outcome.of });
  else {
    const { code, params } = outcome.failure;
    result.failed.push({ path: outcome.path, code, message: sentence(code, params) });
  }
}

function* lines(result: Result, language: 'ar' | 'en'): Generator<string> {
  const ar = language === 'ar';
  for (const { id, title } of result.imported) yield `${id.slice(0, 13)}  ${title}`;
  for (const { path, of } of result.duplicates) yield ar ? `محفوظ من قبل: ${path} (${of})` : `Already kept: ${path} (${of})`;
  for (const { message } of result.failed) yield message;
  const [i, d, f] = [result.imported.length, result.duplicates.length, result.failed.length];
  yield ar ? `استُورد: ${i}، محفوظ من قبل: ${d}، مرفوض: ${f}` : `Imported: ${i}, already kept: ${d}, refused: ${f}`;
}
