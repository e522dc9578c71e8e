import { type DragEvent, useState } from 'react';
import { droppedFiles, type Incoming } from '../capture/incoming.ts';

const hasFiles = (e: DragEvent): boolean => e.dataTransfer.types.includes('Files');

/** Files and folders dragged over the window: whether they are there now, and what to spread on the element that takes them. */
export function useDrop(take: (files: Incoming[]) => void) {
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
        void droppedFiles(e.dataTransfer).then(take);
      },
    },
  };
}
