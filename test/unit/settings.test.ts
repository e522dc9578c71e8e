import { expect, test } from 'vitest';
import { settingsChangeSchema } from '#contract/settings.ts';

test('changing one setting names no other', () => {
  expect(settingsChangeSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
});
