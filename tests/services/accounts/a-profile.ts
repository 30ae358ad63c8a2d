import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Profile } from '../../../shared/contract.ts';

/** An empty folder of the test's own. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-services-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A profile as a person may have set it up. */
export function aProfile(changes: Partial<Profile> = {}): Profile {
  return {
    email: 'accounts@example.org',
    user: 'accounts@example.org',
    server: { host: 'imap.example.org', port: 993, security: 'tls' },
    leftOut: [],
    headersOnly: false,
    unseenOnly: false,
    folder: '/nowhere/mail',
    rememberPassword: false,
    ...changes,
  };
}
