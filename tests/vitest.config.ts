import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts'],
    // The machines that run them have two cores, and suites wait for servers and disks.
    maxWorkers: 4,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Nobody's own keyring: a test that needs one starts a session with one.
    env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  },
});
