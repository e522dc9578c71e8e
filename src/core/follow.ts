// While a window is open, what others do to the archive is followed: a writer beside us, another device, a program that
// edits files. Nothing is asked of the network.
import type { Services } from './core.ts';
import type { Log } from './log.ts';
import { takeInOutside } from './outside/take-in.ts';
import { nextTurn } from './turns.ts';

/** Milliseconds between two looks: at the journals, and at the files. */
const EVERY = { journals: 700, files: 10_000 };
/** Milliseconds that a look at the files may take. */
const LOOK_MS = 30;
/** Milliseconds that a key press may wait for the word index being tidied. */
const TIDY_MS = 8;

export type Follower = { stop(): Promise<void> };

/** `takeOver` is tried while another program holds the lock. */
export function follow(parts: () => Services, takeOver: () => Promise<void>, log: Log): Follower {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let filesAt = performance.now() + EVERY.files;
  let turn: Promise<void> = Promise.resolve();

  async function lookOnce(): Promise<void> {
    const { archivist, store } = parts();
    await archivist.refresh();
    if (store.readOnly === 'locked') await takeOver();
    else if (performance.now() > filesAt) {
      filesAt = performance.now() + EVERY.files;
      await takeInOutside(parts(), LOOK_MS);
    }
  }

  /** After a rebuild articles are listed at once, and found by their words little by little. */
  async function completeWords(): Promise<void> {
    const { index, archivist } = parts();
    if (index.isWorded()) return;
    await index.completeWords().catch((error: unknown) => log('warn', 'words could not be taken in', error));
    archivist.events.publish('archive', { kind: 'items-changed', ids: [] });
  }

  /** What was added one by one is put together while nothing else is asked for. */
  async function tidy(): Promise<void> {
    while (!stopped && parts().index.tidy(TIDY_MS)) await nextTurn();
  }

  function plan(): void {
    timer = setTimeout(() => {
      turn = lookOnce()
        .then(tidy)
        .catch((error: unknown) => log('warn', 'the archive could not be followed', error))
        .then(() => {
          if (!stopped) plan();
        });
    }, EVERY.journals);
    timer.unref();
  }

  turn = completeWords().then(() => parts().desk.warm());
  plan();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
