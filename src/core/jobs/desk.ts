// Who answers what is asked of the index: this thread, for a command that waits anyway; or threads beside it, so that a
// window's next key press waits for nothing.
import { searchQuerySchema } from '#contract/search.ts';
import type { Store } from '../archive/store.types.ts';
import { DamagedRow } from '../search/database.ts';
import type { Searchable } from '../search/find.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { keepThread } from '../threads/kept-thread.ts';
import type { AnswerPortion, Outcome, Said } from './answer-portion.ts';
import type { AnswerOf, Answers, InputOf, Kind } from './answers.ts';
import type { Counted } from './duplicates.ts';

export type DeskOptions = {
  /** Aborted, the work ends at its next step, even in another thread. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Counted) => void) | undefined;
};

export type Desk = {
  /** Throws what the answer throws, and the signal's reason. */
  ask<K extends Kind>(kind: K, input: InputOf<K>, options?: DeskOptions): Promise<AnswerOf<K>>;
  /** Reads what the first answer will need. */
  warm(): Promise<void>;
  close(): Promise<void>;
};

type Asked = Pick<Store, 'read' | 'dir'>;

export function deskHere(index: Searchable, store: Asked): Desk {
  return {
    async ask(kind, input, { signal, onProgress = () => {} } = {}) {
      // Loaded when it is asked for: most commands ask nothing.
      const { answers } = await import('./answers.ts');
      const parts = { index, read: store.read, check: () => signal?.throwIfAborted() };
      const answer = answers[kind] as (...all: [unknown, unknown, unknown]) => ReturnType<Answers[Kind]>;
      return (await answer(parts, input, onProgress)) as never;
    },
    warm: async () => {},
    close: async () => {},
  };
}

/** What is read through from end to end has a thread of its own. */
const laneOf = (kind: Kind): 'quick' | 'long' => (kind === 'duplicates' ? 'long' : 'quick');

export function deskBeside(path: string, store: Asked): Desk {
  const threads = { quick: keepThread('answer'), long: keepThread('answer') };
  const desk: Desk = {
    async ask(kind, input, { signal, onProgress } = {}) {
      const hear = (said: unknown): unknown => {
        const words = said as Said;
        return 'read' in words ? store.read(words.read) : onProgress?.(words.progress);
      };
      const portion = { path, dir: store.dir, kind, input } as AnswerPortion;
      const outcome: Outcome = await threads[laneOf(kind)].ask(portion, { signal, hear });
      if ('damage' in outcome) throw new DamagedRow(outcome.damage);
      return outcome.value as never;
    },
    async warm() {
      await desk.ask('query', searchQuerySchema.parse({ query: 'ورّاق', prefix: true, limit: 0 })).catch(() => {});
    },
    async close() {
      await Promise.all(Object.values(threads).map((thread) => thread.stop()));
    },
  };
  return desk;
}

/** Beside an index that lies in memory there is none to be followed. */
export const openDesk = (index: SearchIndex, store: Store, forWindows: boolean): Desk =>
  forWindows && index.path !== undefined ? deskBeside(index.path, store) : deskHere(index, store);
