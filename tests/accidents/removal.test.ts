import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mailstow } from '../imapcl/run-process.ts';
import { cleanUpAfterEach, setUp } from '../imapcl/scripted-account.ts';

/** --purge where the disk does not let go of what was superseded: exit code 15, and what to do about it. */
cleanUpAfterEach();

/** Makes a file one that even root cannot remove, or lets go of it again. */
const chattr = (flag: '+i' | '-i', path: string) => spawnSync('chattr', [flag, path]).status === 0;

function canHold(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-held-'));
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const held = chattr('+i', file);
  chattr('-i', file);
  rmSync(folder, { recursive: true });
  return held;
}

describe.skipIf(!canHold())('superseded messages that cannot be removed (needs chattr)', () => {
  test.each(['flat', 'folders'])('layout %s', async layout => {
    const account = await setUp();
    const { out } = account.place;
    const run = () => account.run('--layout', layout, '--purge');
    expect(await run()).toMatchObject({ code: 0 });
    const folder = join(out, '.mailstow/superseded/INBOX');
    const held = join(folder, 'earlier/held.eml');
    mkdirSync(join(folder, 'earlier'), { recursive: true });
    writeFileSync(held, 'Subject: Held\r\n\r\n');
    expect(chattr('+i', held)).toBe(true);
    try {
      account.server.mailbox('INBOX').rebuild(77, uid => uid + 10);
      const { code, stdout, stderr } = await run();
      expect(code).toBe(15);
      expect(stdout).toMatch(/^Renamed 4 Messages\nStored 0 Messages\n/);
      expect(stderr).toContain(`Remove the folder ${folder} yourself, then try again.`);
      expect(await mailstow(['verify', out])).toMatchObject({ code: 0 });
    } finally {
      chattr('-i', held);
    }
    rmSync(folder, { recursive: true });
    const after = await run();
    expect(after).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(existsSync(folder) && readdirSync(folder).length > 0).toBe(false);
  });
});
