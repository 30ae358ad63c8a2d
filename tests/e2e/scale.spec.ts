import type { Page } from '@playwright/test';
import { call } from './calls.ts';
import { choose } from './controls.ts';
import { holdWithin } from './scale/attempts.ts';
import { expect, test } from './scale/fixture.ts';
import { memoryOf, smoothnessDuring, timeToPaint } from './scale/page-figures.ts';

/** 20,000 here; `npm run prove -- scale` holds the same bounds for 100,000. */
const messages = Number(process.env.MAILSTOW_SCALE ?? 20_000);
const shown = messages.toLocaleString('en');
const numbered = (number: number) => String(number).padStart(6, '0');

test.setTimeout(300_000);
// A trace takes a picture of the whole document at each step.
test.use({ trace: 'off' });

const row = '[role=option] .message-row-sender';

test('many messages: open, scroll, sort and filter without a wait', async ({
  window,
  host,
  account,
}) => {
  await account(messages);
  await window.getByRole('button', { name: 'Archive now' }).click();
  const archived = window.getByText(/Nothing is missing\./);
  await expect(archived).toBeVisible({ timeout: 120_000 });
  const first = await timeToPaint(window, 'Open library', row);
  console.log(`first rows before anything is listed: ${first.toFixed(0)} ms`);
  await expect(window.getByText(`${shown} messages`)).toBeVisible({ timeout: 120_000 });

  await holdWithin('the library opens', { 'first rows (ms)': 300 }, async () => {
    await window.getByRole('button', { name: 'Accounts', exact: true }).click();
    await window.reload();
    await expect(window.getByRole('button', { name: 'Archive now' })).toBeVisible();
    return { 'first rows (ms)': await timeToPaint(window, 'Library', row) };
  });
  await holdWithin('wheel', { 'frame (ms)': 50 }, async () => {
    const { frame } = await smoothnessDuring(window, () => wheel(window, 100));
    return { 'frame (ms)': frame };
  });
  await holdWithin('to the end and back', { 'frame (ms)': 50 }, async () => {
    const { frame } = await smoothnessDuring(window, () => jump(window));
    return { 'frame (ms)': frame };
  });
  await holdWithin('memory', { 'scripts (MB)': 50, 'page (MB)': 250 }, async () => {
    const { heap, process } = await memoryOf(window, await host.pageProcesses(window));
    return { 'scripts (MB)': heap, 'page (MB)': process };
  });
  await holdWithin('sort', { 'by size (ms)': 500, 'by subject (ms)': 500 }, async () => ({
    'by size (ms)': await timeOf(async () => {
      await choose(window, 'Sort by', 'Size');
      await expect(window.locator(row).first()).toBeVisible();
    }),
    'by subject (ms)': await timeOf(async () => {
      await choose(window, 'Sort by', 'Subject');
      await expect(window.getByRole('listbox').getByRole('option').first()).toContainText(
        'Report 000001',
      );
    }),
  }));
  const isIndexed = async () =>
    (await call(window, 'search.state', undefined)).map(({ done, of }) => of > 0 && done === of);
  await expect.poll(isIndexed, { timeout: 120_000 }).toEqual([true]);
  const field = window.getByRole('searchbox', { name: 'Search mail and attachments' });
  await holdWithin('search', { 'answer (ms)': 500 }, async () => {
    await field.press('Escape');
    await expect(window.getByText(`${shown} messages`)).toBeVisible();
    const time = await timeOf(async () => {
      await field.fill('subject:"012100"');
      await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(1);
      await expect(window.getByRole('listbox').getByRole('option')).toContainText('Report 012100');
    });
    return { 'answer (ms)': time };
  });
  await holdWithin('typing', { 'task (ms)': 50 }, async () => {
    await field.press('Escape');
    const { task } = await smoothnessDuring(window, async () => {
      await field.pressSequentially('report 0121', { delay: 60 });
      await expect(window.locator('.message-row mark').first()).toBeVisible();
    });
    return { 'task (ms)': task };
  });
});

test('while a run stores 1,000 messages a second nothing stands still', async ({
  window,
  host,
  account,
}) => {
  const perSecond = 1_000;
  // Of them a part is watched: what comes before is connecting, what comes after is the end.
  const watched = Math.min(8_000, messages / 8);
  await account(messages, perSecond);
  await window.getByRole('button', { name: 'Archive now' }).click();
  await storedMore(window, watched / 2);
  const bounds = { 'task (ms)': 100, 'delay of the server (ms)': 100, 'missing speed (%)': 20 };
  const whileStored = async (messages: number) => {
    await host.longestDelay();
    const start = performance.now();
    const { task, frame } = await smoothnessDuring(window, () => storedMore(window, messages));
    const speed = messages / ((performance.now() - start) / 1000);
    console.log(`${speed.toFixed(0)} messages a second, longest frame ${frame.toFixed(0)} ms`);
    return {
      'task (ms)': task,
      'delay of the server (ms)': await host.longestDelay(),
      'missing speed (%)': 100 * (1 - speed / perSecond),
    };
  };
  await holdWithin('run in sight', bounds, async () => {
    const before = await shownProgress(window);
    const figures = await whileStored(watched);
    expect(await shownProgress(window)).toBeGreaterThanOrEqual(before + watched * 0.8);
    return figures;
  });
  await window.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(window.locator(row).first()).toBeVisible();
  await holdWithin('library in sight', bounds, () => whileStored(watched));
});

/** Turns the wheel over the list, a notch or several for each frame. */
async function wheel(page: Page, turns: number): Promise<void> {
  await page.getByRole('listbox').hover();
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, turn < turns / 2 ? 300 : 3_000);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await expect(page.locator(row).first()).toBeVisible();
}

/** Drags the scroll bar to the end, to the middle and to the beginning. */
async function jump(page: Page): Promise<void> {
  const list = page.getByRole('listbox');
  const to = (part: number) =>
    list.evaluate((element, where) => {
      element.scrollTop = element.scrollHeight * where;
    }, part);
  await to(1);
  await expect(list.getByRole('option').last()).toContainText('Report 000001');
  await to(0.5);
  const middle = numbered(messages / 2).slice(0, 3);
  await expect(
    list
      .getByText(new RegExp(`Report (${middle}|${numbered(messages / 2 - 1).slice(0, 3)})`))
      .first(),
  ).toBeVisible();
  await to(0);
  await expect(list.getByRole('option').first()).toContainText(`Report ${numbered(messages)}`);
}

async function timeOf(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function storedMore(page: Page, messages: number): Promise<void> {
  const start = await stored(page);
  await expect
    .poll(() => stored(page), { timeout: 60_000, intervals: [50] })
    .toBeGreaterThanOrEqual(start + messages);
}

/** What the run has stored, as the app says it. */
async function stored(page: Page): Promise<number> {
  const [run] = await call(page, 'runs.list', undefined);
  return run?.stored ?? 0;
}

/** The number of messages that the window says are stored. */
async function shownProgress(page: Page): Promise<number> {
  const text = await page.locator('.run-number .moment').innerText();
  return Number(text.replaceAll(',', ''));
}
