// Faults that need a real system: kills, power cuts, failing disks. Small counts unless WARRAQ_FAULTS=full.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/fault/system/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // Two at once would take each other's time, and the moment of a kill with it.
    fileParallelism: false,
    env: { TZ: 'UTC' },
  },
});
