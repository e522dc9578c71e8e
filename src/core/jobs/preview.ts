// What an input would become. Nothing is kept.
import type { ImportOptions } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import { type Refusal, readInput } from './read-inputs.ts';
import { type Input, type Intake, openKeeper, packsIn } from './take-in.ts';

export type Preview = {
  items: Item[];
  refused: { path: string; failure: { code: string; params: Record<string, unknown> } }[];
  duplicateOf?: string;
};

/** The same bytes are read all the same, whoever has them already. */
export async function preview(intake: Intake, input: Input, options: ImportOptions): Promise<Preview> {
  const { read } = await readInput(input, { ...options, packs: await packsIn(intake) }, () => false);
  const [made] = openKeeper(intake, { ...options, duplicates: 'keep' }).prepare([read]);
  const { outcomes = [], items = [] } = made ?? {};
  const refused = outcomes.flatMap((one): { path: string; failure: Refusal }[] =>
    one.outcome === 'failed' ? [{ path: one.path, failure: one.failure }] : [],
  );
  const of = 'original' in read ? openKeeper(intake, options).holderOf(read.original.sha256) : undefined;
  return {
    items: [...items],
    refused: refused.map(({ path, failure }) => ({ path, failure })),
    ...(of === undefined ? {} : { duplicateOf: of }),
  };
}
