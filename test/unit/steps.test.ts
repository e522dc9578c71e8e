// How many acts of a session are remembered to be undone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../../src/core/catalog/step.ts';
import { createSteps } from '../../src/core/steps.ts';

const REMEMBERED = 12;
const stepOf = (n: number, parts: number, together?: string): Step => ({
  act: `${n}`,
  event: 'edit',
  together,
  shelf: undefined,
  parts: Array.from({ length: parts }, (_, at) => ({ id: `${n}-${at}` })) as unknown as Step['parts'],
});
const weight = (steps: readonly Step[]): number => steps.reduce((sum, { parts }) => sum + 1 + parts.length, 0);

/** All that can be undone, the last act first; it is put back after. */
function undoable(steps: ReturnType<typeof createSteps>): Step[] {
  const found: Step[] = [];
  for (let step = steps.peek('undo'); step; step = steps.peek('undo')) {
    found.push(step);
    steps.move('undo');
  }
  for (const _ of found) steps.move('redo');
  return found;
}

test('the newest acts that fit are remembered, the last one always, whatever was undone, redone and forgotten', () => {
  const deeds = fc.array(fc.oneof(fc.nat({ max: 8 }), fc.constantFrom('undo', 'redo', 'forget')), { maxLength: 60 });
  fc.assert(
    fc.property(deeds, (list) => {
      const steps = createSteps(REMEMBERED);
      let model: Step[] = [];
      let undone: Step[] = [];
      for (const [n, deed] of list.entries()) {
        if (deed === 'undo' || deed === 'redo') {
          steps.move(deed);
          const [from, to] = deed === 'undo' ? [model, undone] : [undone, model];
          const step = from.pop();
          if (step) to.push(step);
        } else if (deed === 'forget') {
          const id = model.at(-1)?.parts[0]?.id ?? '';
          steps.forget(new Set([id]));
          const without = (all: Step[]): Step[] =>
            all.map((one) => ({ ...one, parts: one.parts.filter((part) => part.id !== id) })).filter(({ parts }) => parts.length > 0);
          [model, undone] = [without(model), without(undone)];
        } else if (deed > 0) {
          const step = stepOf(n, deed);
          steps.add(step);
          model.push(step);
          undone = [];
          while (model.length > 1 && weight(model) > REMEMBERED) model.shift();
        }
      }
      expect(undoable(steps)).toEqual(model.toReversed());
    }),
  );
});

test('portions of one name are one step where the first of them stands, as long as they can be remembered', () => {
  const steps = createSteps(REMEMBERED);
  const sizes = (): number[] => undoable(steps).map(({ parts }) => parts.length);
  steps.add(stepOf(1, 2, 'import'));
  steps.add(stepOf(2, 1));
  steps.add(stepOf(3, 3, 'import'));
  expect(sizes()).toEqual([1, 5]);
  steps.forget(new Set(['3-0']));
  expect(sizes()).toEqual([1, 4]);
  steps.move('undo');
  steps.move('undo');
  steps.add(stepOf(4, 1, 'import'));
  expect(sizes()).toEqual([1]);
  // What is more than can be remembered begins a step of its own, and the oldest goes.
  for (const n of [5, 6, 7]) steps.add(stepOf(n, 5, 'import'));
  expect(sizes()).toEqual([5]);
});
