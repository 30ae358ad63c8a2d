import tls from 'node:tls';
import { Roots } from './trust.ts';

/** Those that come with the program, those of the system, and what the environment adds. */
export function rootsHere(): Roots {
  return new Roots([
    ...tls.rootCertificates,
    ...certificatesOf('default'),
    ...certificatesOf('system'),
  ]);
}

function certificatesOf(where: 'default' | 'system'): readonly string[] {
  try {
    // Not in every Node that runs this.
    return tls.getCACertificates?.(where) ?? [];
  } catch {
    return [];
  }
}
