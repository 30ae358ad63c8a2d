import { setTimeout as later } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Random } from '../../fixtures/mail/random.ts';
import { call } from '../calls.ts';
import { archiveRest, expect, expectWhole, storedFiles, test } from './fixture.ts';

/** Two here; `npm run prove -- app-kills` does it twenty times. */
const kills = Number(process.env.MAILSTOW_APP_KILLS ?? 2);
const rate = 500;
/** More than all the runs store before they are killed. */
const messages = 500 * (kills + 2);
/** Milliseconds of a run before its end; the first of them pass in connecting. */
const longest = 1_500;

test.setTimeout(60_000 + 60_000 * kills);

test('killed at random moments of a run: nothing is lost, nothing is stored twice, the next start goes on', async ({
  account,
  desktop,
  window,
  start,
}) => {
  const random = new Random(13);
  const { person } = desktop;
  await account(messages, rate);
  await window.reload();
  let app = desktop;
  let before: string[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const page = await app.app.firstWindow();
    await page.getByRole('button', { name: 'Archive now' }).click();
    await expect.poll(() => stateOf(page)).toMatch(/connecting|running/);
    await later(random.integer(0, longest));
    expect(await stateOf(page)).toMatch(/connecting|running/);
    process.kill(app.pid, 'SIGKILL');
    expect(await app.ended()).toBeNull();
    const stored = storedFiles(person);
    expect(stored).toEqual(expect.arrayContaining(before));
    expectWhole(person);
    console.log(`kill ${kill}: ${stored.length} of ${messages} stored, ${before.length} before it`);
    before = stored;
    app = await start({ person });
  }
  await archiveRest(await app.app.firstWindow());
  const after = storedFiles(person);
  expect(after).toHaveLength(messages);
  expect(after).toEqual(expect.arrayContaining(before));
  expectWhole(person);
});

async function stateOf(page: Page): Promise<string> {
  const [run] = await call(page, 'runs.list', undefined);
  return run?.state ?? 'none';
}
