// What is being dragged within the window. The browser tells what it is only at the drop, and one must know before.
import type { Hierarchy, Scope } from '#contract/batch.ts';

export type Dragged = { kind: 'items'; scope: Scope; count: number } | { kind: 'name'; list: Hierarchy; name: string };

let now: Dragged | undefined;

export const dragged = (): Dragged | undefined => now;

/** `text` is what other programs take. */
export function beginDrag(transfer: DataTransfer, what: Dragged, text: string): void {
  now = what;
  transfer.effectAllowed = 'copyMove';
  transfer.setData('application/x-warraq', what.kind);
  transfer.setData('text/plain', text);
  addEventListener('dragend', () => (now = undefined), { once: true });
}
