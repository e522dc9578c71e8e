import { useState, useSyncExternalStore } from 'react';

let pressed = false;
/** A drag takes the pointer over and tells of its end itself. */
const ends = ['pointerup', 'pointercancel', 'dragend'] as const;

function subscribe(wake: () => void): () => void {
  const press = (): void => {
    pressed = true;
    wake();
  };
  const release = (): void => {
    pressed = false;
    // After the click that the release makes, which is of what was pressed.
    setTimeout(wake);
  };
  addEventListener('pointerdown', press, true);
  for (const end of ends) addEventListener(end, release, true);
  return () => {
    removeEventListener('pointerdown', press, true);
    for (const end of ends) removeEventListener(end, release, true);
  };
}

/** The value; while the pointer is pressed, the one there was before, so that nothing moves away from under it. */
export function useStill<T>(value: T): T {
  const still = useSyncExternalStore(subscribe, () => pressed);
  const [shown, show] = useState(value);
  if (still || shown === value) return shown;
  show(value);
  return value;
}
