import { expect, missing, startArchiving, test } from './fixture.ts';
import { letters } from './letters.ts';
import { lookAt, lookAtLargeText } from './screens.ts';

test.skip(missing !== undefined, missing);
test.setTimeout(180_000);

/** Enough that a run can be watched, paused and stopped on any machine. */
const many = 20_000;

test('pause, a second window, a reload, go on, stop: every window says what is true', async ({
  window,
  dovecot,
  user,
  host,
  context,
}) => {
  const [letter] = letters;
  if (letter === undefined) throw new Error('there are no letters');
  await dovecot.deliver(user, 'Big', ...Array.from({ length: many }, () => letter));
  await startArchiving(window, dovecot, user, host);

  await expect(window.getByText(/of 20,0\d\d messages/)).toBeVisible();
  await window.getByRole('button', { name: 'Pause' }).click();
  await expect(window.getByText('Paused').first()).toBeVisible();
  await lookAt(window, '20-run-paused');
  await lookAtLargeText(window, '20-run-paused');

  // The desktop app has one window; a browser opens as many as a person likes.
  const second = host.fileDialog === 'page' ? await context.newPage() : window;
  if (second !== window) await second.goto(window.url());
  await expect(second.getByText('Paused').first()).toBeVisible();
  await window.reload();
  await expect(window.getByText('Paused').first()).toBeVisible();

  await second.getByRole('button', { name: 'Resume' }).click();
  await expect(window.getByRole('button', { name: 'Pause' })).toBeVisible();
  await window.getByRole('button', { name: 'Stop' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
  for (const page of new Set([window, second])) {
    await expect(page.getByRole('button', { name: 'Archive again' })).toBeVisible();
    await expect(page.getByText(/Nothing is missing\./)).toBeHidden();
  }
  await lookAt(window, '21-run-stopped');

  await window.getByRole('button', { name: 'Archive again' }).click();
  for (const page of new Set([window, second])) {
    await expect(page.getByText(/Nothing is missing\./)).toBeVisible({
      timeout: 60_000,
    });
  }
  const total = window.getByRole('row', { name: /^Total/ });
  await expect(total).toContainText('20,006');
});
