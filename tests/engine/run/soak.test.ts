import { expect, test } from 'vitest';
import { dovecotMissing } from '../../servers/dovecot.ts';
import { soak } from './soak.ts';

/** A few of the runs that `npm run prove -- soak` makes. */
test.each(['flat', 'folders'] as const)(
  'a living account on the scripted server: %s',
  async layout => {
    const { runs, renamed } = await soak('scripted', layout, 12, 7);
    expect(runs).toBe(12);
    expect(renamed).toBeGreaterThan(0);
  },
);

test.skipIf(dovecotMissing()).each(['flat', 'folders'] as const)(
  'a living account on Dovecot: %s',
  async layout => {
    expect((await soak('dovecot', layout, 4, 7)).runs).toBe(4);
  },
);
