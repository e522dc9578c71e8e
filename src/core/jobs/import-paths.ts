// Files and folders named on the command line, read one at a time so that memory stays flat.
import { type FileHandle, lstat, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportOptions, ImportOutcome } from '#contract/contract.ts';
import { Failure, isFailure } from '#contract/errors.ts';
import { MAX_BYTES } from '../capture/limits.ts';
import { limitOf } from '../capture/recognise-format.ts';
import { type Input, type Intake, takeIn } from './take-in.ts';

/** Hidden files and the leavings of file managers are not what a person means by a folder of articles. */
const ignored = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

type Source = { path: string; read: () => Promise<Uint8Array> };

/** Yields an outcome for each input. Stops between two inputs when the signal is raised. */
export async function* importPaths(
  intake: Intake,
  paths: readonly string[],
  options: ImportOptions,
  signal?: AbortSignal,
): AsyncGenerator<ImportOutcome> {
  let read: Read[] = [];
  let bytes = 0;
  for (const path of paths) {
    for await (const source of sourcesOf(path)) {
      if (signal?.aborted) break;
      const one = await readSource(source);
      read.push(one);
      if ('bytes' in one) bytes += one.bytes.length;
      if (read.length < TOGETHER.inputs && bytes < TOGETHER.bytes) continue;
      yield* takeInRead(intake, read, options);
      [read, bytes] = [[], 0];
    }
  }
  // What was read before the signal is kept, and reported.
  yield* takeInRead(intake, read, options);
}

/** So much is read before it is kept: inputs made durable together cost little more than one. */
const TOGETHER = { inputs: 64, bytes: 4 << 20 };

type Read = Input | (ImportOutcome & { outcome: 'failed' });

async function readSource({ path, read }: Source): Promise<Read> {
  try {
    return { path, bytes: await read() };
  } catch (error) {
    if (!isFailure(error) || !error.code.startsWith('capture.')) throw error;
    return { outcome: 'failed', path, failure: { code: error.code, params: { ...error.params } } };
  }
}

async function* takeInRead(intake: Intake, read: readonly Read[], options: ImportOptions): AsyncGenerator<ImportOutcome> {
  const outcomes = await takeIn(
    intake,
    read.filter((one) => 'bytes' in one),
    options,
  );
  for (const one of read) {
    if (!('bytes' in one)) yield one;
    else while (outcomes[0] && belongs(outcomes[0].path, one.path)) yield outcomes.shift()!;
  }
}

/** Parts of an input are told by its path and their own. */
const belongs = (path: string, input: string): boolean => path === input || path.startsWith(`${input}/`);

async function* sourcesOf(path: string, linked = true): AsyncGenerator<Source> {
  if (path === '-') {
    yield { path: '-', read: readStdin };
    return;
  }
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  // A linked folder inside a folder may lead round in a circle: it is followed only when it was named.
  if (folder && !linked && (await lstat(path)).isSymbolicLink()) return;
  if (!folder) {
    yield { path, read: () => readPath(path) };
    return;
  }
  let names: string[];
  try {
    names = withoutPageFolders((await readdir(path)).filter((name) => !ignored.test(name))).sort();
  } catch (error) {
    yield { path, read: () => Promise.reject(new Failure('capture.unreadable', { path, reason: reasonOf(error) })) };
    return;
  }
  for (const name of names) yield* sourcesOf(join(path, name), false);
}

/** «Save page, complete» puts what a page shows into a folder beside it: no articles are in there. */
function withoutPageFolders(names: readonly string[]): string[] {
  const pages = new Set(names.filter((name) => /\.(?:x?html?|shtml)$/i.test(name)).map((name) => name.replace(/\.\w+$/, '')));
  return names.filter((name) => !pages.has(name.replace(/(?:_files|\.files|_ملفات)$/iu, '')) || pages.has(name));
}

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** Asks what the path is before opening it: opening a pipe would wait for ever. */
async function readPath(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Failure('capture.not-a-file', { path });
    const limit = limitOf(path);
    if (found.size > limit) throw tooLarge(path, found.size, limit);
    file = await open(path);
    return await file.readFile();
  } catch (error) {
    if (isFailure(error)) throw error;
    if (reasonOf(error) === 'ENOENT') throw new Failure('capture.missing', { path });
    throw new Failure('capture.unreadable', { path, reason: reasonOf(error) });
  } finally {
    await file?.close();
  }
}

const tooLarge = (path: string, bytes: number, limit: number): Failure =>
  new Failure('capture.too-large', { path, megabytes: Math.ceil(bytes / 1e6), limit: Math.round(limit / 1e6) });

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw tooLarge('-', size, MAX_BYTES);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
