import { proveByTests } from './by-tests.ts';

/** A child that stores, and one that renumbers, ends before every single step in both layouts; the tests take every eighth. */
export async function prove(scale: number): Promise<void> {
  proveByTests(scale, ['tests/engine/archive/crash.test.ts']);
}
