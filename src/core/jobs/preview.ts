// What an input would become. Nothing is kept.
import type { ImportOptions } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import type { Desk } from './desk.ts';
import type { ReadInput, ReadOptions, Refusal } from './read-inputs.ts';
import type { Reader } from './reader.ts';
import { type Input, type Intake, openKeeper, packsIn } from './take-in.ts';

/** An article that is kept, nearly the same as the item at that place. `similarity`: 0–1. */
export type NearCopy = { at: number; of: string; title: string; similarity: number };

export type Preview = {
  items: Item[];
  near: NearCopy[];
  refused: { path: string; failure: { code: string; params: Record<string, unknown> } }[];
  duplicateOf?: string;
};

type Previewing = Intake & { readonly desk: Desk; readonly reader: Reader };

/** So many items of an input are compared with what is kept. */
const COMPARED = 5;
/** Other articles that are passed while copies are looked for: these come first. */
const PASSED = 3;

/** The same bytes are read all the same, whoever has them already. */
export async function preview(intake: Previewing, input: Input, options: ImportOptions, signal?: AbortSignal): Promise<Preview> {
  const { format, encoding, repair, columns } = options;
  const read = await readOne(intake, input, { format, encoding, repair, columns, packs: await packsIn(intake) });
  const [made] = openKeeper(intake, { ...options, duplicates: 'keep' }).prepare([read]);
  const { outcomes = [], items = [] } = made ?? {};
  const refused = outcomes.flatMap((one): { path: string; failure: Refusal }[] =>
    one.outcome === 'failed' ? [{ path: one.path, failure: one.failure }] : [],
  );
  const of = 'original' in read ? openKeeper(intake, options).holderOf(read.original.sha256) : undefined;
  return {
    items: [...items],
    near: of === undefined ? await nearCopies(intake.desk, items, signal) : [],
    refused: refused.map(({ path, failure }) => ({ path, failure })),
    ...(of === undefined ? {} : { duplicateOf: of }),
  };
}

async function readOne({ reader, store }: Previewing, input: Input, options: ReadOptions): Promise<ReadInput> {
  const result = await reader.read({ inputs: [input], options, dir: store.dir, evenKept: true, keep: false });
  if ('diskError' in result) throw new Error(result.diskError.message);
  return result.read[0]!;
}

async function nearCopies(desk: Desk, items: readonly Item[], signal: AbortSignal | undefined): Promise<NearCopy[]> {
  const near: NearCopy[] = [];
  for (const [at, item] of items.slice(0, COMPARED).entries()) {
    const { copies } = await desk.ask('similar', { item, limit: PASSED }, { signal });
    const [best] = copies.toSorted((a, b) => b.similarity - a.similarity);
    if (best) near.push({ at, of: best.id, title: best.title, similarity: best.similarity });
  }
  return near;
}
