// Long lists in parts.
import { nextTurn } from '../turns.ts';

/** Several may take from it at once: each part is given once. */
export function* portionsOf<T>(values: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < values.length; at += size) yield values.slice(at, at + size);
}

/** The same for work that would hold up a window: between two parts what was asked meanwhile is answered. */
export async function* portionsInTurns<T>(values: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let at = 0; at < values.length; at += size) {
    if (at > 0) await nextTurn();
    yield values.slice(at, at + size);
  }
}
