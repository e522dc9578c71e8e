// Numbers in as few bytes as they need: seven bits a byte, the low ones first, the high bit set while more follow.

/** A growing run of bytes. */
export class ByteSink {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(256);
  length = 0;

  /** Whole numbers from 0 to 2^32 - 1. */
  varint(value: number): void {
    if (this.length + 5 > this.bytes.length) this.#grow(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  copy(from: Uint8Array, start: number, end: number): void {
    const size = end - start;
    if (this.length + size > this.bytes.length) this.#grow(size);
    // Short runs are the rule, and a loop beats a call into the engine for them.
    if (size < 48) for (let at = start; at < end; at++) this.bytes[this.length++] = from[at]!;
    else {
      this.bytes.set(from.subarray(start, end), this.length);
      this.length += size;
    }
  }

  /** A number before a run of bytes: its length. */
  sized(run: Uint8Array): void {
    this.varint(run.length);
    this.copy(run, 0, run.length);
  }

  append(other: ByteSink): void {
    this.copy(other.bytes, 0, other.length);
  }

  clear(): void {
    this.length = 0;
  }

  #grow(by: number): void {
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + by));
    wider.set(this.bytes.subarray(0, this.length));
    this.bytes = wider;
  }
}

/** Reads what a ByteSink wrote. The bytes are trusted: their checksum was compared when they were read from the file. */
export class ByteSource {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  varint(): number {
    const { bytes } = this;
    let byte = bytes[this.at++]!;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; ; shift += 7) {
      byte = bytes[this.at++]!;
      value |= (byte & 127) << shift;
      if (!(byte & 128)) return value >>> 0;
    }
  }

  sized(): Uint8Array {
    const size = this.varint();
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }
}
