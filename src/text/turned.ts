// Whether a text is shown in another order than it was written in by hidden characters (UAX #9 2.1–2.4; CVE-2021-42574).

/** LRO and RLO turn letters round; LRE, RLE, LRI, RLI and FSI that are left open reach beyond what they are for. */
const controls = /[\u202a-\u202e\u2066-\u2069\n\u2029]/g;
const OVERRIDES = '\u202d\u202e';
const EMBEDDINGS = '\u202a\u202b';
const ISOLATES = '\u2066\u2067\u2068';

export function isTurned(text: string): boolean {
  let [embeddings, isolates] = [0, 0];
  for (const [sign] of text.matchAll(controls)) {
    if (OVERRIDES.includes(sign)) return true;
    if (EMBEDDINGS.includes(sign)) embeddings++;
    else if (ISOLATES.includes(sign)) isolates++;
    else if (sign === '\u202c') embeddings = Math.max(0, embeddings - 1);
    else if (sign === '\u2069') isolates = Math.max(0, isolates - 1);
    else if (embeddings + isolates > 0) return true;
  }
  return embeddings + isolates > 0;
}

/** As it was written: of a text that is turned the hidden signs stand for nothing, each in its place, so that what is marked in it stays. */
export const straightened = (text: string): string => (isTurned(text) ? text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '\u200b') : text);
