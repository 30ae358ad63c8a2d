import tls, { type SecureVersion } from 'node:tls';
import { onTestFinished } from 'vitest';

/** The highest version that connections of this test agree on. */
export function onlyTls(version: SecureVersion): void {
  const before = tls.DEFAULT_MAX_VERSION;
  tls.DEFAULT_MAX_VERSION = version;
  onTestFinished(() => {
    tls.DEFAULT_MAX_VERSION = before;
  });
}
