import { proveByTests } from './by-tests.ts';

/**
 * 100 processes end by SIGKILL at random moments while they index, 50 in each layout, with 150 new messages before each;
 * now and then the index is deleted too. Afterwards every message is found once.
 */
export async function prove(scale: number): Promise<void> {
  proveByTests(scale, ['tests/engine/search/kills.test.ts'], 'SIGKILL');
}
