import { readdirSync } from 'node:fs';
import { argv, exit } from 'node:process';

/**
 * `npm run prove -- NAME [SCALE]`: the full numbers of one proof, of which the test command runs a small seeded part.
 * A proof is a file beside this one; `prove` throws where it does not hold and prints what it counted.
 */
export interface Proof {
  /** @param scale 1 for the full numbers, less for fewer of them */
  prove(scale: number): Promise<void>;
}

const names = readdirSync(import.meta.dirname)
  .filter(name => name.endsWith('.proof.ts'))
  .map(name => name.slice(0, -'.proof.ts'.length))
  .sort();
const [name = '', scale = '1'] = argv.slice(2);
if (!names.includes(name) || !(Number(scale) > 0)) {
  console.error(`Usage: npm run prove -- NAME [SCALE]\nNAME: ${names.join(', ')}`);
  exit(2);
}
const began = performance.now();
const proof: Proof = await import(`./${name}.proof.ts`);
try {
  await proof.prove(Number(scale));
} catch (error) {
  console.error(error);
  console.error(`prove ${name}: does not hold`);
  exit(1);
}
console.log(`prove ${name}: holds (${Math.round((performance.now() - began) / 1000)} s)`);
exit(0);
