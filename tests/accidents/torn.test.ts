import { expect, test } from 'vitest';
import { cleanUpAfterEach, setUp } from '../imapcl/scripted-account.ts';
import { damageFiles } from './torn.ts';

/** Every file of ours may be empty, cut or full of zeros, as after a power cut. */
cleanUpAfterEach();

test.each(['flat', 'folders'] as const)(
  'any one file of ours damaged anywhere, layout %s',
  { timeout: 300_000 },
  async layout => {
    await expect(damageFiles(await setUp(), layout, 12, 10)).resolves.toBeUndefined();
  },
);
