import { type DragEvent, useState } from 'react';

const hasFiles = (e: DragEvent): boolean => e.dataTransfer.types.includes('Files');

/** Files dragged over the window: whether they are there now, and what to spread on the element that takes them. */
export function useDrop(take: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    target: {
      onDragOver(e: DragEvent) {
        if (!hasFiles(e)) return;
        e.preventDefault();
        setOver(true);
      },
      onDragLeave(e: DragEvent) {
        if (e.relatedTarget === null) setOver(false);
      },
      onDrop(e: DragEvent) {
        if (!hasFiles(e)) return;
        e.preventDefault();
        setOver(false);
        take([...e.dataTransfer.files]);
      },
    },
  };
}
