import type { Figure, Phase, Result } from './results.ts';

/** Everything that was measured. */
export interface Findings {
  readonly results: readonly Result[];
  readonly figures: readonly Figure[];
}

/** The fastest of some contestants; undefined where none of them ran. */
export function fastest(
  { results }: Pick<Findings, 'results'>,
  race: string,
  phase: Phase,
  among: readonly string[],
): Result | undefined {
  return results
    .filter(each => each.race === race && each.phase === phase && among.includes(each.contestant))
    .toSorted((one, other) => one.seconds - other.seconds)[0];
}

/** Undefined where it was not measured. */
export function figureNamed(figures: readonly Figure[], name: string): number | undefined {
  return figures.find(each => each.name === name)?.value;
}
