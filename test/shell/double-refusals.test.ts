// An unsafe window must not seem to work on the double.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const script = `
const { WebContents } = await import('./test/electron-double/web-contents.mjs');
const outcomes = JSON.parse(process.argv[1]).map((preferences) => {
  try { new WebContents({ options: {} }, preferences); return 'shown'; } catch (error) { return error.message; }
});
process.stdout.write(JSON.stringify(outcomes), () => process.exit(0));
`;

test('a page without sandbox or isolation, or with Node, is refused', () => {
  const unsafe = [{ sandbox: false }, { contextIsolation: false }, { nodeIntegration: true }, { webviewTag: true }, { webSecurity: false }];
  const node = join(root, 'node_modules/.bin/node');
  const text = execFileSync(node, ['--input-type=module', '-e', script, JSON.stringify([...unsafe, { sandbox: true }])], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const outcomes = JSON.parse(text) as string[];
  expect(outcomes.slice(0, -1).every((outcome) => outcome.includes('only sandboxed'))).toBe(true);
  expect(outcomes.at(-1)).toBe('shown');
});
