import { useEffect, useState } from 'react';

/** Whoever had the focus when this was opened has it again when it is gone, unless somebody else took it meanwhile. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // In the frame after the dialog's own giving back.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const lost = document.activeElement === null || document.activeElement === document.body;
          if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
        }),
      );
    },
    [before],
  );
}
