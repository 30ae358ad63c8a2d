import { describe, test } from 'vitest';
import { checkCost } from '../../fixtures/mail/cost.ts';
import { drawnCostly, knownCostly } from '../../fixtures/mail/costly.ts';
import { Random } from '../../fixtures/mail/random.ts';

const drawn = drawnCostly(new Random(11));

describe('a message costs its length', () => {
  test.each(knownCostly().map(each => [each.name.slice(0, 80), each] as const))(
    '%s',
    async (_name, each) => {
      await checkCost(each, 400_000);
    },
  );

  test('whatever is repeated wherever', async () => {
    for (let n = 0; n < 40; n++) {
      const { value } = drawn.next();
      if (value !== undefined) await checkCost(value, 250_000);
    }
  });
});
