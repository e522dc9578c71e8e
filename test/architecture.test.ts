// Who may import whom, and how large a file may grow. Reads the import specifiers of everything in src.
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

type Import = { specifier: string; typeOnly: boolean };
const statement = /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(statement)].map(([, type, named, dynamic]) => ({ specifier: named ?? dynamic!, typeOnly: Boolean(type) }));
}

/** A path inside src for our own imports, the bare specifier for all others. */
function target(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier).replace(/^src\//, '');
  return specifier;
}

type Rule = { own: RegExp; may: RegExp };
const pure = /^(contract|text|core\/(arabic|catalog|typeset))\//;
const rules: Rule[] = [
  { own: /^contract\//, may: /^(contract\/|zod$|@orpc\/contract$)/ },
  { own: /^i18n\//, may: /^(i18n|contract|text)\// },
  { own: /^core\/arabic\//, may: /^core\/arabic\/|^(contract|text)\/|^resources\/lexicon\.json$/ },
  { own: /^core\/catalog\//, may: /^core\/(catalog|arabic)\/|^(contract|text)\// },
  { own: /^core\/typeset\//, may: /^core\/(typeset|arabic)\/|^contract\/|^(bidi-js|harfbuzzjs)$/ },
  { own: /^core\//, may: /^(core|contract|i18n|text)\/|^(?!electron$|react|(main|serve|cli|preload|renderer)\/)[^#.]/ },
  { own: /^cli\//, may: /^(cli|contract|i18n)\/|^core\/core\.ts$|^serve\/server\.ts$|^node:|^@orpc\/server$/ },
  { own: /^serve\//, may: /^(serve|contract|i18n)\/|^core\/core\.ts$|^node:|^@orpc\/server/ },
  { own: /^main\//, may: /^(main|contract|i18n)\/|^core\/core\.ts$|^node:|^electron$|^@orpc\/server/ },
  { own: /^text\//, may: /^text\// },
  { own: /^preload\//, may: /^electron$/ },
  { own: /^renderer\//, may: /^(renderer|contract|i18n|text)\/|^(?!node:|electron$|(core|main|serve|cli|preload)\/)[^#.]/ },
];

test('the sources are found', () => {
  expect(files.length).toBeGreaterThan(50);
});

test.each(files)('%s imports only what its folder may', (file) => {
  const own = file.replace(/^src\//, '');
  const rule = rules.find((one) => one.own.test(own));
  if (!rule) {
    expect(own).toMatch(/^types\//);
    return;
  }
  for (const { specifier, typeOnly } of importsOf(file)) {
    const wanted = target(file, specifier);
    if (own.startsWith('preload/') && typeOnly) continue;
    expect(rule.may.test(wanted), `${own} → ${specifier}`).toBe(true);
    if (pure.test(own)) expect(wanted, `${own} is pure`).not.toMatch(/^node:/);
    if (wanted === 'electron') expect(own).toMatch(/^(main|preload)\//);
  }
});

test('a forbidden import would be seen', () => {
  const cli = rules.find((one) => one.own.test('cli/x.ts'))!;
  expect(cli.may.test('core/archive/store.ts')).toBe(false);
  expect(rules.find((one) => one.own.test('renderer/x.ts'))!.may.test('core/core.ts')).toBe(false);
  expect([..."import { a } from '#core/x.ts';".matchAll(statement)][0]![2]).toBe('#core/x.ts');
});

test('pure folders use no clock and no randomness', () => {
  for (const file of files.filter((one) => pure.test(one.replace(/^src\//, '')))) {
    expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/Date\.now|new Date\(\)|Math\.random|performance\.now/);
  }
});

test('no file is over 500 lines, and names say what is inside', () => {
  for (const file of files) {
    expect(readFileSync(join(root, file), 'utf8').split('\n').length, file).toBeLessThanOrEqual(500);
    expect(file).not.toMatch(/(^|\/)(utils?|helpers?|common|manager|service|data|misc)(\.|\/|$)/);
  }
});
