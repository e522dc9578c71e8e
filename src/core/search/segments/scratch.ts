// Memory for what is found while one segment is asked. It is used again by the next: a page that is new to the process costs more time
// than what is written in it.

const CHUNK = 1 << 22;
/** Chunks that are kept. */
const KEPT = 8;

const chunks: ArrayBuffer[] = [];
/** The chunk at hand, and how much of it is taken, in bytes. */
let at = 0;
let taken = 0;

/** To be called before a segment is asked: nothing that was given is to be used after it. */
export function clearScratch(): void {
  chunks.length = Math.min(chunks.length, KEPT);
  at = taken = 0;
}

function room(bytes: number): { buffer: ArrayBuffer; start: number } {
  if (bytes > CHUNK) return { buffer: new ArrayBuffer(bytes), start: 0 };
  if (taken + bytes > CHUNK) {
    at++;
    taken = 0;
  }
  const buffer = (chunks[at] ??= new ArrayBuffer(CHUNK));
  const start = taken;
  // Numbers of four bytes begin at such places alone.
  taken += (bytes + 7) & ~7;
  return { buffer, start };
}

/** What stands in them at first is not said. */
export function scratchWords(length: number): Uint32Array<ArrayBuffer> {
  const { buffer, start } = room(length * 4);
  return new Uint32Array(buffer, start, length);
}

export function scratchFloats(length: number): Float32Array<ArrayBuffer> {
  const { buffer, start } = room(length * 4);
  return new Float32Array(buffer, start, length);
}

export function scratchBytes(length: number): Uint8Array<ArrayBuffer> {
  const { buffer, start } = room(length);
  return new Uint8Array(buffer, start, length);
}
