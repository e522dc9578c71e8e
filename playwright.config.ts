import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { electronBinary } from './scripts/electron-binary.mjs';
import type { HostOptions } from './test/host.fixture.ts';

const binary = electronBinary();
const double = join(import.meta.dirname, 'test/electron-double/electron');

export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  globalSetup: './test/built.setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  // A page of PDF is drawn after the whole program has been loaded, on a machine that runs two of these at once.
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? 'dot' : 'list',
  projects: [
    { name: 'loopback', use: { host: 'loopback' } },
    // Stands in for Electron where its binary cannot be had; what it cannot prove is told in its README.
    ...(process.platform !== 'win32' && existsSync(double)
      ? [
          {
            name: 'double',
            // The whole run has to end in a quarter of an hour. These ask the same window the same on both hosts: axe's states,
            // of which access-care looks at some on this one too, and what is asked of the index.
            testIgnore: /(access|access-desk|around-search)\.spec/,
            use: { host: 'double' as const, executablePath: double },
          },
        ]
      : []),
    ...(binary && binary !== double ? [{ name: 'electron', use: { host: 'electron' as const, executablePath: binary } }] : []),
  ],
});
