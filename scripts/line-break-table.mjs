// Writes src/core/typeset/line-break-table.ts from the Unicode Character Database: node scripts/line-break-table.mjs FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '/usr/share/unicode';

/** The value of a property for each code point, from a file of the UCD (UAX #44 4.2). */
function property(file, missing, wanted) {
  const values = Array(0x110000).fill(missing);
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
    const [, first, last, value] = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)/.exec(line) ?? [];
    if (!first || (wanted && value !== wanted)) continue;
    values.fill(value, Number.parseInt(first, 16), Number.parseInt(last ?? first, 16) + 1);
  }
  return values;
}

const category = property('extracted/DerivedGeneralCategory.txt', 'Cn');
const width = property('EastAsianWidth.txt', 'N');
const pictograph = property('emoji/emoji-data.txt', '', 'Extended_Pictographic');
const source = readFileSync(join(folder, 'LineBreak.txt'), 'utf8');
const version = /LineBreak-([\d.]+)\.txt/.exec(source)[1];

// Where nothing is said: the @missing lines of LineBreak.txt.
const raw = property('LineBreak.txt', 'XX');
for (const [first, last, value] of [
  [0x3400, 0x4dbf, 'ID'],
  [0x4e00, 0x9fff, 'ID'],
  [0xf900, 0xfaff, 'ID'],
  [0x1f000, 0x1faff, 'ID'],
  [0x1fc00, 0x1fffd, 'ID'],
  [0x20000, 0x2fffd, 'ID'],
  [0x30000, 0x3fffd, 'ID'],
  [0x20a0, 0x20cf, 'PR'],
])
  for (let code = first; code <= last; code++) if (raw[code] === 'XX') raw[code] = value;

/** Rule LB1, and the classes that LB30 and LB30b tell apart by other properties. */
function classOf(code) {
  const value = raw[code];
  if (['AI', 'SG', 'XX'].includes(value)) return 'AL';
  if (value === 'SA') return ['Mn', 'Mc'].includes(category[code]) ? 'CM' : 'AL';
  if (value === 'CJ') return 'NS';
  if (value === 'H2') return 'H3';
  if (['OP', 'CP'].includes(value) && ['F', 'W', 'H'].includes(width[code])) return `${value}E`;
  if (pictograph[code] && category[code] === 'Cn') return 'XP';
  return value;
}

const runs = [];
for (let code = 0; code < 0x110000; code++) {
  const value = classOf(code);
  if (runs.at(-1)?.value === value) runs.at(-1).length++;
  else runs.push({ value, length: 1 });
}
const names = [...new Set(runs.map((run) => run.value))].sort((a, b) => (a < b ? -1 : 1));
const rows = [];
for (const { value, length } of runs) {
  const token = `${value}${length === 1 ? '' : length}`;
  if (rows.length > 0 && rows.at(-1).length + token.length < 138) rows.push(`${rows.pop()} ${token}`);
  else rows.push(token);
}
writeFileSync(
  'src/core/typeset/line-break-table.ts',
  `// Written by scripts/line-break-table.mjs from the Unicode Character Database ${version}.
// Copyright © 1991-2022 Unicode, Inc. Unicode License v3, https://www.unicode.org/license.txt

/** Line breaking classes after rule LB1; OPE and CPE are East Asian (LB30), XP is Extended_Pictographic and unassigned (LB30b), H3 is H2 and H3. */
export const CLASS_NAMES = [${names.map((name) => `'${name}'`).join(', ')}] as const;

/** From U+0000 on: a class and for how many code points, where more than one. */
export const CLASS_RUNS = \`
${rows.join('\n')}
\`;
`,
);
console.log(runs.length, 'runs', names.length, 'classes');
