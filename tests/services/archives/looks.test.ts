import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MailstowError } from '../../../electron/engine/errors.ts';
import { Looks, type LookThread } from '../../../electron/services/archives/looks.ts';
import { temporaryFolder } from '../accounts/a-profile.ts';

/** Threads of which those that look at the dead folder never answer. */
function threads(dead: string) {
  const started: { end(): void }[] = [];
  const start = (onEnd: () => void): LookThread => {
    started.push({ end: onEnd });
    return {
      call: (_name: string, input: unknown, limit?: number) =>
        input === dead
          ? new Promise<never>((_resolve, reject) =>
              setTimeout(() => reject(new MailstowError('reading-took-too-long')), limit),
            )
          : Promise.resolve(true as never),
      stop: async () => undefined,
    };
  };
  return { started, start };
}

describe('looking into folders', () => {
  test('a disk that does not answer is given up, and the others are looked at', async () => {
    const { started, start } = threads('/dead');
    const looks = new Looks(start, 20);
    const dead = looks.isThere('/dead');
    const well = looks.isThere('/well');
    await expect(dead).rejects.toMatchObject({ failure: { code: 'folder-silent' } });
    expect(await well).toBe(true);
    expect(started).toHaveLength(2);
  });

  test('while its thread is stuck it is not asked again; afterwards it is', async () => {
    const { started, start } = threads('/dead');
    const looks = new Looks(start, 20);
    const silent = { failure: { code: 'folder-silent' } };
    await expect(looks.isThere('/dead')).rejects.toMatchObject(silent);
    await expect(looks.isThere('/dead')).rejects.toMatchObject(silent);
    await expect(looks.isThere('/dead')).rejects.toMatchObject(silent);
    expect(started).toHaveLength(1);
    started[0]?.end();
    await expect(looks.isThere('/dead')).rejects.toMatchObject(silent);
    expect(started).toHaveLength(2);
  });

  test('in a thread of its own', async () => {
    const folder = temporaryFolder();
    const looks = new Looks();
    expect(await looks.isThere(folder)).toBe(false);
    mkdirSync(join(folder, 'INBOX'));
    expect(await looks.at(folder)).toBeUndefined();
  });
});
