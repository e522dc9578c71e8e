// Files and folders that a person named, as single inputs: found one at a time, so that memory stays flat.
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Failure } from '#contract/errors.ts';
import { captureFormats } from '../capture/formats/registry.ts';

/** `-` is stdin. One that carries a failure cannot be read. `pathBytes`: the path as it lies on the disk, where it is no sound text. */
export type NamedSource = {
  readonly path: string;
  readonly pathBytes?: Uint8Array;
  /** What it holds, where that is not to be read from the disk. */
  readonly bytes?: Uint8Array;
  readonly failure?: Failure;
};

/** The leavings of file managers and editors are not what a person means by a folder of articles. */
const ignored = /^(?:\._|\.~|~\$|Thumbs\.db$|desktop\.ini$)/i;
/** Programs hide what they are set to in files of these kinds. */
const settings = new Set(['.json', '.yml', '.yaml']);
const read = new Set(captureFormats.flatMap(({ extensions }) => extensions).filter((extension) => !settings.has(extension)));

/** A hidden file is read when its name says that it is a text; hidden folders are those of programs. */
const isMeant = (name: string, isFile: boolean): boolean =>
  !ignored.test(name) && (!name.startsWith('.') || (isFile && read.has(extname(name).toLowerCase())));

/** Folders for which `passedOver` is true are not walked. */
export async function* sourcesOf(
  path: string,
  { linked = true, passedOver }: { linked?: boolean; passedOver?: ((folder: string) => boolean) | undefined } = {},
): AsyncGenerator<NamedSource> {
  const folder =
    path !== '-' &&
    (await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    ));
  // A linked folder inside a folder may lead round in a circle: it is followed only when it was named.
  if (folder && !linked && (await lstat(path)).isSymbolicLink()) return;
  if (folder && passedOver?.(path)) return;
  if (folder) yield* folderOf(path, passedOver);
  else if (path.includes(REPLACED)) yield* namedSo(path);
  else yield { path };
}

async function* folderOf(path: string, passedOver?: (folder: string) => boolean): AsyncGenerator<NamedSource> {
  let entries: { name: string; isFile: boolean }[];
  try {
    const found = await readdir(path, { withFileTypes: true });
    entries = found.map((one) => ({ name: one.name, isFile: one.isFile() })).filter(({ name, isFile }) => isMeant(name, isFile));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    yield { path, failure: new Failure('capture.unreadable', { path, reason }) };
    return;
  }
  const names = new Set(withoutPageFolders(entries.map(({ name }) => name)));
  for (const { name, isFile } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // Names that are no sound text may read the same: all of them are told at the first.
    if (!names.delete(name)) continue;
    if (isFile && name.includes(REPLACED)) yield* namedInBytes(path, name);
    else if (isFile) yield { path: join(path, name) };
    else yield* sourcesOf(join(path, name), { linked: false, passedOver });
  }
}

/** Stands for bytes of a name that are no UTF-8: on Linux a name may be any bytes. */
const REPLACED = '\uFFFD';

/** A command line gives names as text: where no file has this name, those are meant whose names read so. */
async function* namedSo(path: string): AsyncGenerator<NamedSource> {
  const isThere = (place: string): Promise<boolean> =>
    stat(place).then(
      () => true,
      () => false,
    );
  let found = false;
  if (!(await isThere(path)) && (await isThere(dirname(path))))
    for await (const source of namedInBytes(dirname(path), basename(path))) {
      found = true;
      yield source;
    }
  if (!found) yield { path };
}

/** All files of a folder whose names read so. */
async function* namedInBytes(folder: string, name: string): AsyncGenerator<NamedSource> {
  const begins = Buffer.from(`${folder}/`);
  for (const raw of await readdir(Buffer.from(folder), { encoding: 'buffer' }))
    if (raw.toString() === name) yield { path: join(folder, name), pathBytes: Buffer.concat([begins, raw]) };
}

/** «Save page, complete» puts what a page shows into a folder beside it: no articles are in there. */
function withoutPageFolders(names: readonly string[]): string[] {
  const pages = new Set(names.filter((name) => /\.(?:x?html?|shtml)$/i.test(name)).map((name) => name.replace(/\.\w+$/, '')));
  return names.filter((name) => !pages.has(name.replace(pageFolder, '')) || pages.has(name));
}

/** How browsers end the names of those folders. */
export const pageFolder = /(?:_files|\.files|_ملفات)$/iu;
