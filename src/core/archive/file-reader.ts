// Reads many files one after another, each into the room of the one before: new buffers would cost more than the reading.
import { closeSync, openSync, readSync } from 'node:fs';

const ROOM = 1 << 16;

/** What the function gives is good until the next file is read. Throws as `readFileSync` does. */
export function fileReader(): (path: string) => Buffer {
  let room = Buffer.allocUnsafeSlow(ROOM);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (;;) {
        if (length === room.length) room = Buffer.concat([room], room.length * 2);
        const read = readSync(file, room, length, room.length - length, length);
        if (read === 0) return room.subarray(0, length);
        length += read;
      }
    } finally {
      closeSync(file);
    }
  };
}
