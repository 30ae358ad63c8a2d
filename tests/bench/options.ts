import { parseArgs } from 'node:util';

export interface Options {
  readonly presets: readonly string[];
  readonly rounds: number;
  readonly json: string;
  readonly svg: string;
}

/**
 * @param known names of all presets, which is also the default
 * @throws with what is wrong, for people
 */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      presets: { type: 'string', default: known.join(',') },
      rounds: { type: 'string', default: '3' },
      json: { type: 'string', default: 'bench-results/bench.json' },
      svg: { type: 'string', default: 'bench-results/bench.svg' },
    },
  });
  const presets = values.presets.split(',');
  const unknown = presets.filter(each => !known.includes(each));
  if (unknown.length > 0) {
    throw new Error(`No preset is called ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds takes a whole number from 1, not ${values.rounds}.`);
  }
  return { presets, rounds, json: values.json, svg: values.svg };
}
