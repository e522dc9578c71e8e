// The acts of this session that can be undone, the last on top; those that were undone wait to be done again.
import type { Direction, Part, Step } from './catalog/step.ts';

export type Steps = {
  /** A new act, or more of one that is kept in portions: what waited to be done again is gone. */
  add(step: Step): void;
  peek(direction: Direction): Step | undefined;
  /** The step on top was carried out: it waits on the other side. */
  move(direction: Direction): void;
  /** Items that are no more. */
  forget(ids: ReadonlySet<string>): void;
};

/** Changed articles that are remembered, over all acts: the oldest acts are let go first, the last one never. */
const REMEMBERED = 400_000;

export function createSteps(remembered = REMEMBERED): Steps {
  const sides: Record<Direction, Step[]> = { undo: [], redo: [] };
  const weight = ({ parts }: Step): number => 1 + parts.length;
  const sumOf = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + weight(step), 0);
  /** Of what can be undone: kept up, for an import adds acts by the thousand. */
  let undoable = 0;

  /** Where the act that a portion is of stands, while both of them can be remembered. */
  function begunBy(step: Step): number {
    if (step.together === undefined) return -1;
    const at = sides.undo.findLastIndex(({ together }) => together === step.together);
    return at >= 0 && weight(sides.undo[at]!) + step.parts.length <= remembered ? at : -1;
  }

  function add(step: Step): void {
    const at = begunBy(step);
    if (at >= 0) {
      // Of an import there are portions by the thousand: they are not copied anew for each.
      (sides.undo[at]!.parts as Part[]).push(...step.parts);
      undoable += step.parts.length;
    } else {
      sides.undo.push(step.together === undefined ? step : { ...step, parts: [...step.parts] });
      undoable += weight(step);
    }
    trim();
  }

  function trim(): void {
    while (undoable > remembered && sides.undo.length > 1) undoable -= weight(sides.undo.shift()!);
  }

  return {
    add(step) {
      if (step.parts.length === 0 && !step.shelf) return;
      sides.redo = [];
      add(step);
    },
    peek: (direction) => sides[direction].at(-1),
    move(direction) {
      const step = sides[direction].pop();
      if (!step) return;
      sides[direction === 'undo' ? 'redo' : 'undo'].push(step);
      undoable += direction === 'undo' ? -weight(step) : weight(step);
    },
    forget(ids) {
      for (const direction of ['undo', 'redo'] as const) {
        sides[direction] = sides[direction]
          .map((step) =>
            step.parts.some(({ id }) => ids.has(id)) ? { ...step, parts: step.parts.filter(({ id }) => !ids.has(id)) } : step,
          )
          .filter(({ parts, shelf }) => parts.length > 0 || shelf);
      }
      undoable = sumOf(sides.undo);
    },
  };
}
