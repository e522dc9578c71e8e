// Names of commands and places, so that they are found however they are spelt: without marks, hamzas and the forms of ya and ta.

export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|ـ/gu, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ي');

/**
 * How well words that were typed fit a name: every word begins a word of it, or stands in it; the lower the better,
 * undefined when one does neither. Both folded.
 */
export function fitOf(name: string, typed: string): number | undefined {
  let sum = 0;
  for (const word of typed.split(/\s+/).filter(Boolean)) {
    if (name.startsWith(word)) continue;
    if (name.split(/[\s/«»()]+/).some((one) => one.replace(/^ال/, '').startsWith(word.replace(/^ال(?=.)/, '')))) sum += 1;
    else if (name.includes(word)) sum += 2;
    else return undefined;
  }
  return sum;
}
