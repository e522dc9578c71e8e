// Long lists in parts.

/** Several may take from it at once: each part is given once. */
export function* portionsOf<T>(values: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < values.length; at += size) yield values.slice(at, at + size);
}
