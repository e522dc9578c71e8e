// Counts which Arabic letter follows which in text files of UTF-8 and prints src/core/capture/encoding/letter-pairs.ts:
//   node scripts/count-letter-pairs.mjs FILE… > src/core/capture/encoding/letter-pairs.ts
import { readFileSync } from 'node:fs';
import { letterClass, LETTERS, STEPS } from '../src/core/capture/encoding/letters.ts';

const counts = Array.from({ length: LETTERS }, () => Array.from({ length: LETTERS }, () => 0.5));
for (const file of process.argv.slice(2)) {
  let before = 0;
  for (const sign of readFileSync(file, 'utf8')) {
    const letter = letterClass(sign.charCodeAt(0));
    if (letter === undefined) continue;
    if (before !== 0 || letter !== 0) counts[before][letter]++;
    before = letter;
  }
}

// Bits above chance, by fours, as one sign of STEPS.
const sign = (count, all) => STEPS[Math.max(0, Math.min(STEPS.length - 1, Math.round(4 * Math.log2((count / all) * LETTERS)) + 40))];
const rows = counts.map((row) => {
  const all = row.reduce((sum, count) => sum + count, 0);
  return row.map((count) => sign(count, all)).join('');
});
process.stdout.write(`// Which Arabic letter follows which, in bits above chance: a row a letter, a sign of STEPS a follower. Data, made by
// scripts/count-letter-pairs.mjs from texts of Arabic and Egyptian Wikipedia (CC BY-SA 3.0/4.0, comparableWikiCoprus), of the
// journal al-Muqtabas (public domain, OpenArabicPE) and of the UD_Arabic-PUD treebank (CC BY-SA 3.0). Counts, no text.
export const letterPairs = [
${rows.map((row) => `  '${row}',`).join('\n')}
];
`);
