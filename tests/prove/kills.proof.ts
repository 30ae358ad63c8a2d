import { proveByTests } from './by-tests.ts';

/**
 * 300 runs end by SIGKILL at random moments: 100 in each layout while they fetch, 50 in each while they rename after
 * a change of UIDVALIDITY. After each nothing is lost, half or doubled, and the next run completes.
 */
export async function prove(scale: number): Promise<void> {
  const files = ['tests/accidents/crash.test.ts', 'tests/accidents/uidvalidity.test.ts'];
  proveByTests(scale, files, 'SIGKILL');
}
