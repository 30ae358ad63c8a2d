import type { Page } from '@playwright/test';
import { fakeClockMissing } from '../fake-clock.ts';
import { archiveEverything, expect, missing, test } from './fixture.ts';
import { startRestartable } from './restart.ts';
import { lookAt } from './screens.ts';

test.skip(missing !== undefined, missing);
test.skip(fakeClockMissing !== undefined, fakeClockMissing);
test.setTimeout(240_000);

const inDays = 365 * 86_400_000;

async function openTab(window: Page, tab: string): Promise<void> {
  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: tab }).click();
}

test('after a restart on a computer whose clock is a year on, and a year back, everything said is true', async ({
  page,
  session,
  dovecot,
  user,
}) => {
  let host = await startRestartable(session);
  try {
    let window = await host.open(page, () => undefined);
    const before = Date.now();
    await archiveEverything(window, dovecot, user, host);
    await window.getByRole('navigation').getByRole('button', { name: 'Accounts' }).click();
    await openTab(window, 'Check archive');
    await window.getByRole('button', { name: 'Check now' }).click();
    await expect(window.getByText('All 6 files are as they were saved.')).toBeVisible();
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(before);

    for (const [days, answer, note] of [
      [365, 'The last 365 days are not saved', undefined],
      [-365, '6 messages are safe', /clock is set to a day before the last run/],
    ] as const) {
      host = await host.again(days);
      window = await host.open(page, () => undefined);
      await window.clock.setFixedTime(Date.now() + days * 86_400_000);
      await window.reload();
      const now = Number(await window.evaluate('Date.now()'));
      expect(Math.abs(now - before - Math.sign(days) * inDays)).toBeLessThan(86_400_000);
      await window.getByRole('navigation').getByRole('button', { name: 'Accounts' }).click();
      const card = window.getByRole('main').getByRole('listitem');
      await expect(card.getByText(answer, { exact: true })).toBeVisible();
      await expect(card.getByText(`Archived ${day}`)).toBeVisible();
      await expect(card.getByText(`Every file checked ${day}`)).toBeVisible();
      if (note === undefined) await expect(card.getByText(/clock/)).toBeHidden();
      else await expect(card.getByText(note)).toBeVisible();
      await lookAt(window, `36-card-${days > 0 ? 'year-later' : 'year-earlier'}`);

      await openTab(window, 'Report');
      await expect(window.getByText(answer, { exact: true })).toBeVisible();
      await expect(
        window.getByText(new RegExp(`^Compared with the server ${day}, `)),
      ).toBeVisible();
      await expect(window.getByRole('row', { name: /^Inbox/ })).toBeVisible();
      await window.getByRole('tab', { name: 'History' }).click();
      const rows = window.getByRole('row');
      await expect(rows).toHaveCount(3);
      await expect(rows.nth(1)).toContainText(`${day}, `);
      await expect(rows.nth(1)).toContainText('All 6 files are as they were saved.');
      await expect(rows.nth(2)).toContainText('6 new messages');
      const table = window.getByRole('table');
      await expect(table).not.toContainText(/today|yesterday|month|year/i);
      await window.getByRole('tab', { name: 'Check archive' }).click();
      await expect(window.getByText(new RegExp(`^Checked ${day}, `))).toBeVisible();
      await window.getByRole('navigation').getByRole('button', { name: 'Accounts' }).click();
    }
  } finally {
    await host.close();
  }
});
