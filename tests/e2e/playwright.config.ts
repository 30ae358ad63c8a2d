import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { lookForRuntime } from '../electron-runtime/look.ts';

const system = '/usr/bin/chromium';
const showsElectron = 'program' in lookForRuntime();

/**
 * Every flow of the window in a real browser, and in Electron where its runtime is installed;
 * `npx playwright test -c tests/e2e/playwright.config.ts`.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  projects: [
    { name: 'browser mode', testIgnore: 'desktop/**' },
    // What is about browsers alone is tagged so, and says why.
    ...(showsElectron ? [{ name: 'electron', grepInvert: /@browser-mode/ }] : []),
  ],
  ...(showsElectron ? { globalSetup: './build-app.ts' } : {}),
  outputDir: '../../test-results/e2e',
  // The machines that run them have two cores; with more, what some specs measure is how busy the others are.
  workers: 2,
  // A busy machine starves a wait; what passes only then is named at the end.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // A trace of every step takes as long again as the steps; `--trace on` makes one.
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    launchOptions: {
      ...(existsSync(system) ? { executablePath: system } : {}),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
