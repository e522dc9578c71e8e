// Files and folders named on the command line, in groups: while one is kept and indexed, a thread reads the next.
import type { ImportOptions, ImportOutcome } from '#contract/contract.ts';
import { resolve } from 'node:path';
import type { RulePack } from '#contract/rules.ts';
import { diskFailure } from '../archive/disk-failure.ts';
import { beginImport } from '../archive/open-import.ts';
import { startThread } from '../threads/thread.ts';
import { type Input, type ReadInput, type ReadPortion, type ReadResult, readPortion } from './read-inputs.ts';
import type { Reader } from './reader.ts';
import { readStdin } from './read-source.ts';
import { type NamedSource, sourcesOf } from './sources.ts';
import { type Importing, type Intake, openKeeper, packsIn } from './take-in.ts';

/** So many inputs are kept together. */
const GROUP = 256;
/** Fewer are read here: a thread takes longer to begin. */
const FEW = 24;

/** Yields an outcome for each input. Stops between two groups when the signal is raised: what was read is kept, the others are left. */
export async function* importPaths(
  intake: Intake,
  paths: readonly string[],
  options: ImportOptions,
  signal?: AbortSignal,
): AsyncGenerator<ImportOutcome> {
  const under = options.dryRun
    ? undefined
    : await beginImport(
        intake.store.dir,
        paths.map((path) => (path === '-' ? path : resolve(path))),
        intake.clock(),
      );
  let stopped = false;
  for await (const one of importSources(intake, sourcesOfAll(paths), options, { signal, since: under?.since })) {
    stopped ||= one.outcome === 'left';
    yield one;
  }
  if (!stopped) await under?.end();
}

async function* sourcesOfAll(paths: readonly string[]): AsyncGenerator<NamedSource> {
  for (const path of paths) yield* sourcesOf(path);
}

type Doing = Importing & {
  readonly signal?: AbortSignal | undefined;
  /** Reads in a thread that is there already; else a few are read here, and many in a thread of their own. */
  readonly reader?: Pick<Reader, 'read'> | undefined;
};

/** The same for single inputs; nothing is noted of the import as a whole. */
export async function* importSources(
  intake: Intake,
  sources: AsyncIterable<NamedSource> | Iterable<NamedSource>,
  options: ImportOptions,
  { signal, reader, ...importing }: Doing = {},
): AsyncGenerator<ImportOutcome> {
  const keeper = openKeeper(intake, options, importing);
  const left: ImportOutcome[] = [];
  const reading = openReading(intake, options, await packsIn(intake), reader);
  let coming: Promise<ReadInput[]> | undefined;
  const next = async (group: readonly NamedSource[], before: Promise<ReadInput[]> | undefined): Promise<ReadInput[]> => {
    // The same bytes in two groups are told by what the first became.
    if (before) keeper.prepare(await before);
    return reading.read(group, keeper.isKept);
  };
  try {
    for await (const group of groupsOf(sources, signal, ({ path }) => left.push({ outcome: 'left', path }))) {
      const ready = coming;
      coming = next(group, ready);
      coming.catch(() => {});
      if (ready) yield* await keeper.keep(await ready);
    }
    if (coming) yield* await keeper.keep(await coming);
    yield* left;
  } finally {
    await reading.stop();
  }
}

async function* groupsOf(
  sources: AsyncIterable<NamedSource> | Iterable<NamedSource>,
  signal: AbortSignal | undefined,
  onLeft: (source: NamedSource) => void,
): AsyncGenerator<NamedSource[]> {
  let group: NamedSource[] = [];
  for await (const source of sources) {
    group.push(source);
    // Once stopped, the others are only counted.
    if (signal?.aborted) group.splice(0).forEach(onLeft);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (signal?.aborted) group.forEach(onLeft);
  else if (group.length > 0) yield group;
}

function openReading(
  { store }: Intake,
  { duplicates, dryRun, format, encoding, repair, columns }: ImportOptions,
  packs: readonly RulePack[],
  reader: Doing['reader'],
) {
  const common = { options: { format, encoding, repair, columns, packs }, dir: store.dir, keep: !dryRun };
  let thread: ReturnType<typeof startThread<'read'>> | undefined;

  async function ask(portion: ReadPortion): Promise<ReadResult> {
    if (reader) return reader.read(portion);
    if (portion.inputs.length < FEW && !thread) return readPortion(portion);
    thread ??= startThread('read');
    return thread.ask(portion);
  }

  async function readAll(inputs: readonly Input[], evenKept: boolean): Promise<ReadInput[]> {
    const all: ReadInput[] = [];
    while (all.length < inputs.length) {
      const result = await ask({ ...common, inputs: inputs.slice(all.length), evenKept });
      if ('diskError' in result) throw diskFailure(Object.assign(new Error(result.diskError.message), result.diskError), store.dir);
      all.push(...result.read);
    }
    return all;
  }

  return {
    async read(group: readonly NamedSource[], isKept: (sha256: string) => boolean): Promise<ReadInput[]> {
      // Refuses where nothing can be written.
      if (!dryRun) await store.putObjects([]);
      const inputs: Input[] = [];
      for (const { failure, ...input } of group)
        if (!failure) inputs.push(input.path === '-' ? { path: '-', bytes: await readStdin() } : input);
      const read = await readAll(inputs, duplicates === 'keep');
      // Bytes that lie there and belong to no article are read after all.
      const left = [...read.keys()].filter((at) => isUnheld(read[at]!, isKept));
      const again = await readAll(
        left.map((at) => inputs[at]!),
        true,
      );
      for (const [i, at] of left.entries()) read[at] = again[i]!;
      return group.map(({ path, failure }) =>
        failure ? { path, failure: { code: failure.code, params: { ...failure.params } } } : read.shift()!,
      );
    },
    stop: async () => thread?.stop(),
  };
}

const isUnheld = (read: ReadInput, isKept: (sha256: string) => boolean): boolean =>
  'isKept' in read && read.isKept && !isKept(read.original.sha256);
