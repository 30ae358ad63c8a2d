import { proveByTests } from './by-tests.ts';

/** The run that finds its account on another server ends before every single step, in both layouts, with and without purge. */
export async function prove(scale: number): Promise<void> {
  proveByTests(scale, ['tests/accidents/moved.test.ts']);
}
