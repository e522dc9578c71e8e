import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,property,conformance,shell,fault,cli}/**/*.test.ts', 'test/*.test.ts'],
    // These need a real system: npm run test:fault.
    exclude: ['test/fault/system/**'],
    testTimeout: 30_000,
    // One for each processor: the tests of commands mostly wait for other processes.
    maxWorkers: '100%',
    env: { TZ: 'UTC' },
  },
});
