// Reads many files one after another, each into the room of the one before: new buffers would cost more than the reading.
import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';

const ROOM = 1 << 16;

/** `seen` is what the file system said of the very file that was read. */
export type FileRead = { readonly bytes: Buffer; readonly seen: Stats };

/** What the function gives is good until the next file is read. Throws as `readFileSync` does. */
export function fileReader(): (path: string) => FileRead {
  let room = Buffer.allocUnsafeSlow(ROOM);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      const seen = fstatSync(file);
      let length = 0;
      do {
        if (length === room.length) room = Buffer.concat([room], room.length * 2);
        const read = readSync(file, room, length, room.length - length, length);
        if (read === 0) break;
        length += read;
      } while (length !== seen.size);
      return { bytes: room.subarray(0, length), seen };
    } finally {
      closeSync(file);
    }
  };
}
