// The one inline style that the policy lets in must be the one react-aria really writes, byte for byte.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '#contract/content-security.ts';

const source = readFileSync(join(import.meta.dirname, '../../node_modules/react-aria/dist/private/interactions/usePress.mjs'), 'utf8');

test('the hash in the policy is that of the installed react-aria', () => {
  const [, template] = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)!;
  const sheet = template!.replace(/\$\{([\w$]+)\}/g, (_whole, name: string) => {
    const at = source.indexOf(`const ${name} = '`);
    const start = source.indexOf("'", at) + 1;
    return source.slice(start, source.indexOf("'", start));
  });
  expect(sheet).toContain('[data-react-aria-pressable]');
  const hash = createHash('sha256').update(sheet.trim()).digest('base64');
  expect(contentSecurityPolicy).toContain(`'sha256-${hash}'`);
});
