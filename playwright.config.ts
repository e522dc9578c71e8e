import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { electronBinary } from './scripts/electron-binary.mjs';
import type { HostOptions } from './test/host.fixture.ts';
import { wholeRun } from './test/support/whole-run.ts';

// By the locale a browser reads the names of files that are dropped on it.
process.env['LANG'] ??= 'C.UTF-8';

const binary = electronBinary();
const double = join(import.meta.dirname, 'test/electron-double/electron');

export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  globalSetup: './test/built.setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  // A page of PDF is drawn after the whole program has been loaded, on a machine that runs two of these at once.
  expect: { timeout: 15_000 },
  retries: 0,
  // What never comes is told as what was waited for, long before the whole test is over.
  use: { actionTimeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? 'dot' : 'list',
  projects: [
    { name: 'loopback', use: { host: 'loopback' } },
    // Stands in for Electron where its binary cannot be had; what it cannot prove is told in its README.
    ...(process.platform !== 'win32' && existsSync(double)
      ? [
          {
            name: 'double',
            // The same window in the same Chromium: what differs from host to host is looked at always, all of it in a whole run.
            testMatch: wholeRun ? /\.spec\.ts$/ : /(shell|library|export|import|notices)\.spec\.ts$/,
            use: { host: 'double' as const, executablePath: double },
          },
        ]
      : []),
    ...(binary && binary !== double ? [{ name: 'electron', use: { host: 'electron' as const, executablePath: binary } }] : []),
  ],
});
