// Compact JSON laid out over lines without being parsed: what JSON.stringify(JSON.parse(text), null, 2) gives, in a fifth of
// the time, and with every number as it was written.
const sign = (text: string): number => text.charCodeAt(0);
const QUOTE = sign('"');
const BACKSLASH = sign('\\');
const COMMA = sign(',');
const COLON = sign(':');
const OPEN = new Map([
  [sign('{'), sign('}')],
  [sign('['), sign(']')],
]);
const NEWLINE = 0x0a;
const SPACE = 0x20;

/** Room that is used again and again: thousands of buffers would be work for the garbage collector. */
export type Room = { bytes: Buffer };
export const newRoom = (): Room => ({ bytes: Buffer.allocUnsafe(1 << 16) });

/** `bytes` of the value, with a newline behind, good until the room is used again; `end` is where it ended in the bytes given. */
export type LaidOut = { readonly bytes: Buffer; readonly end: number };

/**
 * Lays out the object or array that begins at `from`. `json` is as JSON.stringify writes it, without white space.
 * Undefined when it ends before the value does.
 */
export function layOutJson(json: Buffer, from: number, room: Room): LaidOut | undefined {
  let out = room.bytes;
  let o = 0;
  const closing: number[] = [];

  const makeRoom = (length: number): void => {
    if (length > out.length) room.bytes = out = Buffer.concat([out, Buffer.allocUnsafe(length)]);
  };

  const line = (): void => {
    const indent = closing.length * 2;
    makeRoom(o + indent + 2);
    out[o++] = NEWLINE;
    for (let n = 0; n < indent; n++) out[o++] = SPACE;
  };

  for (let i = from; i < json.length; ) {
    const byte = json[i]!;
    if (byte === QUOTE) {
      const end = endOfString(json, i);
      if (end === 0) return undefined;
      makeRoom(o + end - i + 2);
      o += json.copy(out, o, i, end);
      i = end;
      continue;
    }
    makeRoom(o + 3);
    i += 1;
    if (OPEN.has(byte)) {
      out[o++] = byte;
      const close = OPEN.get(byte)!;
      if (json[i] === close) {
        out[o++] = close;
        i += 1;
      } else {
        closing.push(close);
        line();
        continue;
      }
    } else if (byte === closing.at(-1)) {
      closing.pop();
      line();
      out[o++] = byte;
    } else {
      out[o++] = byte;
      if (byte === COLON) out[o++] = SPACE;
      if (byte === COMMA) line();
      continue;
    }
    if (closing.length > 0) continue;
    out[o++] = NEWLINE;
    return { bytes: out.subarray(0, o), end: i };
  }
  return undefined;
}

/** Behind the closing quotation mark; 0 when there is none. */
function endOfString(json: Buffer, start: number): number {
  for (let end = json.indexOf(QUOTE, start + 1); end > 0; end = json.indexOf(QUOTE, end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return 0;
}
