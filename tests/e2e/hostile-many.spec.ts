import { startServer } from '../servers/scripted/server.ts';
import { saveAccount } from './calls.ts';
import { test as base, expect } from './fixture.ts';
import { hostileLetters } from './hostile/grammar.ts';
import { expectToBeSeen, openAll } from './hostile/open-all.ts';

/** What the letters make the browser complain of is what is counted here. */
const test = base.extend({
  window: async ({ page, host }, use) => {
    await use(await host.open(page, () => undefined));
  },
});

/** A dozen here; `npm run prove -- hostile` opens five hundred. */
const count = Number(process.env.MAILSTOW_HOSTILE_LETTERS ?? 12);
const seed = 11;

test.setTimeout(60_000 + 20_000 * count);
// A trace takes a picture of the whole document at each step, and puts scripts into every frame.
test.use({ trace: 'off' });

test('hostile letters by the dozen: none runs, loads or freezes anything', async ({
  window,
  host,
}) => {
  const letters = hostileLetters(count, seed);
  const oldestFirst = letters.toReversed();
  const server = await startServer({ mailboxes: [{ name: 'INBOX', messages: oldestFirst }] });
  await saveAccount(window, host.folder, server.port);
  await window.getByRole('button', { name: 'Archive now' }).click();
  const archived = window.getByText(/Nothing is missing\./);
  await expect(archived).toBeVisible({ timeout: 120_000 });
  await expectToBeSeen(window, host.owns);
  await window.reload();
  await window.getByRole('button', { name: 'Open library' }).click();
  await expect(window.getByText(`${count} messages`, { exact: true })).toBeVisible({
    timeout: 60_000,
  });

  const { longest, opened, ...bad } = await openAll(window, host, letters);
  const { scripts, requests, freezes } = bad;
  console.log(
    `${opened} hostile letters opened from the list: ${scripts.length} scripts, ${requests.length} requests tried, ${freezes.length} freezes`,
  );
  const [still, page, delay] = [longest.still, longest.page, longest.delay].map(Math.round);
  console.log(
    `the window stood still for ${still} ms at most, a letter's page answered within ${page} ms, the server was held up for ${delay} ms at most`,
  );
  await server.stop();
  expect(bad).toEqual({ scripts: [], requests: [], freezes: [] });
});
