import type { Page } from '@playwright/test';
import { test as base, expect, missing } from './fixture.ts';
import { heavy, intrusive, landing, witness } from './hostile-letters.ts';
import { inBrowserAlone } from './report.ts';
import { smoothnessDuring } from './scale/page-figures.ts';

/** Accounts of hostile letters alone. */
const test = base.extend<{ letters: typeof intrusive }>({
  letters: [intrusive, { option: true }],
  user: async ({ dovecot, letters }, use) => {
    const user = await dovecot.user();
    await dovecot.deliver(user, 'INBOX', ...letters);
    await use(user);
  },
});

test.skip(missing !== undefined, missing);

test.beforeEach(async ({ window, archived, letters }) => {
  expect(archived).toBe(true);
  await window.getByRole('button', { name: 'Open library' }).click();
  await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(letters.length);
});

test('whatever a letter tries, it runs nothing, loads nothing and leads nowhere', async ({
  window,
  host,
}) => {
  const asked: string[] = [];
  const opened: string[] = [];
  window.on('request', request => asked.push(request.url()));
  window.on('popup', popup => opened.push(popup.url()));
  const title = await window.title();
  const letter = window.frameLocator('iframe');
  for (const { subject } of intrusive) {
    await open(window, subject);
    await expect(letter.getByText(witness)).toBeVisible();
    await expect(
      letter.locator('script, form, iframe, object, embed, link, base, svg'),
    ).toHaveCount(0);
    for (const link of await letter.locator('a:not([href^=http])').all()) await link.click();
  }
  // Something was asked for: the letters themselves.
  expect(asked.length).toBeGreaterThanOrEqual(intrusive.length);
  expect(asked.filter(url => !host.owns(url))).toEqual([]);
  expect(opened).toEqual([]);
  expect(await window.title()).toBe(title);
  expect(window.frames().every(frame => host.owns(frame.url()))).toBe(true);
});

test(
  'a link opens beside the app, as free as any page',
  inBrowserAlone('the desktop app hands links to the system'),
  async ({ window }) => {
    const body = "<script>document.title = origin + ' ' + opener</script>";
    await window
      .context()
      .route(landing, route => route.fulfill({ contentType: 'text/html', body }));
    await open(window, 'JavaScript links');
    const popup = window.waitForEvent('popup');
    await window.frameLocator('iframe').getByRole('link', { name: 'The shop' }).click();
    await expect(await popup).toHaveTitle(`${new URL(landing).origin} null`);
  },
);

test.describe(() => {
  // A list by itself would be taken for a value and its options.
  test.use({ letters: [heavy, { scope: 'test' }] });

  test('whatever the size of a letter, the window answers', async ({ window }) => {
    for (const { subject } of heavy.slice(0, -1)) {
      const delays: number[] = [];
      const { task } = await smoothnessDuring(window, async () => {
        await open(window, subject);
        delays.push(await timeToMove(window, 'ArrowDown'), await timeToMove(window, 'ArrowUp'));
        await expect(window.getByRole('heading', { name: subject })).toBeVisible();
        await expect(window.locator('iframe')).toBeAttached();
        delays.push(await timeToMove(window, 'ArrowDown'), await timeToMove(window, 'ArrowUp'));
        await expect(window.frameLocator('iframe').getByText(witness)).toBeVisible();
        await expect(window.getByText('Only the first part is shown')).toBeVisible();
      });
      const delay = Math.max(...delays);
      // Half a second is where a window seems to have stopped, a second where a person presses again.
      expect(task, subject).toBeLessThanOrEqual(500);
      expect(delay, subject).toBeLessThanOrEqual(1_000);
    }
  });
});

async function open(window: Page, subject: string): Promise<void> {
  await window.getByRole('option', { name: subject }).click();
}

/** Milliseconds from a key that goes to another letter until the list has been painted as it is then. */
async function timeToMove(window: Page, key: string): Promise<number> {
  const watch = await window.evaluateHandle(() => {
    const chosen = () => document.querySelector('[role=option][aria-selected=true]')?.id;
    const before = chosen();
    const moved = new Promise<number>(resolve => {
      let pressed = Number.NaN;
      const onKey = ({ timeStamp }: KeyboardEvent) => {
        pressed = timeStamp;
      };
      addEventListener('keydown', onKey, { capture: true, once: true });
      const look = () => {
        if (chosen() === before) requestAnimationFrame(look);
        else setTimeout(() => resolve(performance.now() - pressed));
      };
      requestAnimationFrame(look);
    });
    return { moved };
  });
  await window.keyboard.press(key);
  return watch.evaluate(({ moved }) => moved);
}
