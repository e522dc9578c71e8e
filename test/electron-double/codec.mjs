// Values of the structured clone algorithm to JSON text and back. Self-contained: its source is also put into pages.
export function makeCodec() {
  const toBase64 = (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
  };
  const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
  // Objects are always wrapped, so the key that marks a kind cannot be confused with one of the value's own.
  const encode = (value) => {
    if (value === undefined) return { kind: 'undefined' };
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') {
      if (Object.is(value, -0)) return { kind: 'number', of: '-0' };
      return Number.isFinite(value) ? value : { kind: 'number', of: String(value) };
    }
    if (typeof value === 'bigint') return { kind: 'bigint', of: String(value) };
    if (Array.isArray(value)) return value.map(encode);
    if (value instanceof Date) return { kind: 'date', of: value.getTime() };
    if (value instanceof RegExp) return { kind: 'regexp', of: [value.source, value.flags] };
    if (value instanceof Map) return { kind: 'map', of: [...value].map(encode) };
    if (value instanceof Set) return { kind: 'set', of: [...value].map(encode) };
    if (value instanceof Error) return { kind: 'error', of: [value.name, value.message, value.stack] };
    if (value instanceof ArrayBuffer) return { kind: 'buffer', of: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const type = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name;
      return { kind: 'view', type, of: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    return { kind: 'object', of: mapValues(value, encode) };
  };
  const decode = (value) => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(decode);
    const { kind, of } = value;
    if (kind === 'undefined') return undefined;
    if (kind === 'number') return Number(of);
    if (kind === 'bigint') return BigInt(of);
    if (kind === 'date') return new Date(of);
    if (kind === 'regexp') return new RegExp(...of);
    if (kind === 'map') return new Map(of.map(decode));
    if (kind === 'set') return new Set(of.map(decode));
    if (kind === 'error') return Object.assign(new Error(of[1]), { name: of[0], stack: of[2] });
    if (kind === 'buffer') return fromBase64(of).buffer;
    if (kind === 'view') return new globalThis[value.type](fromBase64(of).buffer);
    return mapValues(of, decode);
  };
  return {
    // Cloned first: functions and the like throw DataCloneError, exactly as over Electron's IPC.
    pack: (value) => JSON.stringify(encode(structuredClone(value))),
    unpack: (text) => decode(JSON.parse(text)),
  };
}
