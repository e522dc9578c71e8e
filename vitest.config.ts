import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,property,conformance,shell,fault,cli}/**/*.test.ts', 'test/*.test.ts'],
    testTimeout: 30_000,
    env: { TZ: 'UTC' },
  },
});
