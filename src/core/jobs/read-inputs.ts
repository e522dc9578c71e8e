// Inputs read into articles: bytes, digest, text. Plain data in and out, so that a thread of its own can do it.
import type { ImportOptions } from '#contract/contract.ts';
import { Failure, isFailure } from '#contract/errors.ts';
import type { FileRef } from '#contract/item.ts';
import type { RulePack } from '#contract/rules.ts';
import { blockingDisk } from '../archive/blocking-disk.ts';
import { hasObject, putObjects } from '../archive/objects.ts';
import { digestOf } from '../archive/records.ts';
import type { CapturedArticle } from '../capture/capture.ts';
import { captureAll } from '../capture/capture-all.ts';
import { isRefused } from '../capture/formats/format.types.ts';
import { filesOf } from '../capture/to-item.ts';
import { picturesBeside } from './pictures-beside.ts';
import { readSource } from './read-source.ts';

/** Without bytes it is a file, which lies at `pathBytes` when its path is no sound text. */
export type Input = { readonly path: string; readonly pathBytes?: Uint8Array; readonly bytes?: Uint8Array };
export type Refusal = { readonly code: string; readonly params: Record<string, unknown> };

export type ReadOptions = Pick<ImportOptions, 'format' | 'encoding' | 'repair' | 'columns'> & { readonly packs?: readonly RulePack[] };
/** `files`: the original, then its pictures. */
export type ReadArticle = Omit<CapturedArticle, 'part' | 'pictures'> & { readonly files: FileRef[] };

/** What became of an input. `original` is what its items will name; one that is kept already was not read. */
export type ReadInput =
  | {
      readonly path: string;
      readonly original: Pick<FileRef, 'sha256' | 'bytes' | 'name'>;
      readonly isKept: boolean;
      readonly articles: readonly ReadArticle[];
      readonly refused: readonly { readonly part: string; readonly failure: Refusal }[];
    }
  | { readonly path: string; readonly failure: Refusal };

export type ReadPortion = {
  readonly inputs: readonly Input[];
  readonly options: ReadOptions;
  /** The archive's folder: inputs whose bytes lie there are not read. */
  readonly dir: string;
  /** Read even those. */
  readonly evenKept: boolean;
  /** Put originals there, durably. */
  readonly keep: boolean;
};

/** What is read before it is put: files made durable together cost little more than one. */
const TOGETHER = 8 << 20;

export type ReadResult = { readonly read: ReadInput[] } | { readonly diskError: { readonly code: string; readonly message: string } };

/** Fewer than were given when they are large; the rest is for another call. Never throws for a bad input. */
export async function readPortion({ inputs, options, dir, evenKept, keep }: ReadPortion): Promise<ReadResult> {
  const read: ReadInput[] = [];
  const originals: Uint8Array[] = [];
  let size = 0;
  for (const input of inputs) {
    const one = await readInput(input, options, (sha256, bytes) => !evenKept && hasObject(blockingDisk, dir, sha256, bytes));
    read.push(one.read);
    originals.push(...one.originals);
    size += one.originals.reduce((sum, bytes) => sum + bytes.length, 0);
    if (size > TOGETHER) break;
  }
  try {
    if (keep) await putObjects(blockingDisk, dir, originals);
    return { read };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { diskError: { code, message } };
  }
}

type IsKept = (sha256: string, bytes: number) => Promise<boolean> | boolean;

/** With the bytes that its items will name. */
export async function readInput(
  { path, pathBytes, bytes: given }: Input,
  options: ReadOptions,
  isKept: IsKept,
): Promise<{ read: ReadInput; originals: Uint8Array[] }> {
  try {
    const bytes = given ?? readSource(path, pathBytes);
    const name = path === '-' ? 'stdin' : path.split(/[\\/]/).at(-1)!;
    const original = { sha256: digestOf(bytes), bytes: bytes.length, name };
    if (await isKept(original.sha256, original.bytes)) {
      return { read: { path, original, isKept: true, articles: [], refused: [] }, originals: [] };
    }
    const captured = await captureAll({ bytes, path, beside: given ? undefined : picturesBeside(path), ...options });
    const originals: Uint8Array[] = [];
    const refused = captured.filter(isRefused).map(({ part, failure }) => ({ part, failure: toRefusal(failure) }));
    const articles = captured.flatMap((one): ReadArticle[] => {
      if (isRefused(one)) return [];
      const { part: _, pictures = [], ...article } = one;
      originals.push(...pictures.map((picture) => picture.bytes));
      return [{ ...article, files: filesOf(original, one) }];
    });
    return { read: { path, original, isKept: false, articles, refused }, originals: articles.length > 0 ? [bytes, ...originals] : [] };
  } catch (error) {
    if (!isFailure(error) || !error.code.startsWith('capture.')) throw error;
    return { read: { path, failure: toRefusal(error) }, originals: [] };
  }
}

const toRefusal = ({ code, params }: Failure): Refusal => ({ code, params: { ...params } });
