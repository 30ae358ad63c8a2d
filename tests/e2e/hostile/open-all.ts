import { expect, type Page } from '@playwright/test';
import type { Host } from '../host.ts';
import { slack } from '../scale/attempts.ts';
import { smoothnessDuring } from '../scale/page-figures.ts';
import { type HostileLetter, witness } from './grammar.ts';

/** What letters did while they were open. */
export interface Figures {
  readonly opened: number;
  /** Scripts that ran, or tried to and were stopped by the frame alone. */
  readonly scripts: readonly string[];
  /** Requests to anywhere but the app, begun or stopped by the page's policy alone. */
  readonly requests: readonly string[];
  /** Letters that held up the window, their own page or the server too long at each of three attempts. */
  readonly freezes: readonly string[];
  /** Milliseconds that the window stood still, until a letter's page answered, and that the server was held up. */
  readonly longest: { readonly still: number; readonly page: number; readonly delay: number };
}

/** Milliseconds that the window may stand still; and until a letter's own frame answers. */
const mostStill = 1_000;
const mostPage = 10_000;
/** Milliseconds that the process that serves the window may be held up, with what a busy machine adds to it. */
const mostDelay = 100 * slack;
/** Other programs of the machine hold up pages too: a letter freezes one where it does so each time. */
const attempts = 3;

/** Opens each letter from the list in the app, with the keyboard, newest first. */
export async function openAll(
  window: Page,
  host: Pick<Host, 'owns' | 'longestDelay'>,
  letters: readonly HostileLetter[],
): Promise<Figures> {
  const watch = watchWindow(window, host.owns);
  const freezes: string[] = [];
  const longest = { still: 0, page: 0, delay: 0 };
  await window.getByRole('listbox').focus();
  await host.longestDelay();
  for (const [index, letter] of letters.entries()) {
    const [there, back] = index === 0 ? ['Home', 'ArrowDown'] : ['ArrowDown', 'ArrowUp'];
    for (let attempt = 1; ; attempt += 1) {
      const figures = await open(window, letter, there ?? '', host.longestDelay);
      const { still, page } = figures;
      const isFrozen = still > mostStill || page > mostPage || figures.delay > mostDelay;
      if (isFrozen && attempt < attempts) {
        await window.keyboard.press(back ?? '');
        continue;
      }
      if (isFrozen) freezes.push(`${letter.subject}: ${JSON.stringify(figures)}`);
      longest.still = Math.max(longest.still, still);
      longest.page = Math.max(longest.page, page);
      longest.delay = Math.max(longest.delay, figures.delay);
      break;
    }
  }
  return { opened: letters.length, ...(await watch()), freezes, longest };
}

async function open(
  window: Page,
  letter: HostileLetter,
  key: string,
  delay: () => Promise<number>,
): Promise<Figures['longest']> {
  const began = performance.now();
  const { frame, task } = await smoothnessDuring(window, async () => {
    await window.keyboard.press(key);
    await expect(window.getByRole('heading', { name: letter.subject })).toBeVisible();
    await expect(window.frameLocator('iframe').getByText(witness).first()).toBeAttached();
  });
  const page = performance.now() - began;
  return { still: Math.max(frame, task), page, delay: await delay() };
}

/** @returns ends the watch */
export function watchWindow(window: Page, owns: (url: string) => boolean) {
  const scripts: string[] = [];
  const requests: string[] = [];
  const title = window.title();
  const address = window.url();
  window.on('request', request => {
    const url = request.url();
    if (!owns(url) && !url.startsWith('data:')) requests.push(url);
    // What is the app's own may still be nothing that a letter should ask for.
    else if (request.frame() !== window.mainFrame() && !isOfMessage(url)) requests.push(url);
  });
  window.on('console', message => {
    const text = message.text();
    if (/Blocked script execution|execut\w+ (inline )?(script|event handler)/i.test(text))
      scripts.push(text);
    else if (/Content Security Policy|blocked/i.test(text)) requests.push(text);
  });
  window.on('dialog', dialog => {
    scripts.push(`dialogue: ${dialog.message()}`);
    void dialog.dismiss();
  });
  window.on('popup', popup => scripts.push(`window: ${popup.url()}`));
  window.on('pageerror', error => scripts.push(String(error)));
  return async () => {
    if ((await window.title()) !== (await title)) scripts.push('the title was taken');
    if (!owns(window.url()) || new URL(window.url()).host !== new URL(address).host)
      scripts.push('the window was led away');
    return { scripts, requests };
  };
}

function isOfMessage(url: string): boolean {
  return (
    url.startsWith('data:') || /(\/mail\/|mailstow-mail:\/\/)[0-9a-f]{32}\/(image-\d+)?$/.test(url)
  );
}

/** That the watch sees what it is to see: a page that does everything that the letters may not. */
export async function expectToBeSeen(window: Page, owns: (url: string) => boolean): Promise<void> {
  const watch = watchWindow(window, owns);
  const bad = `<script>1</script><img src="https://hostile.example.com/seen"><p onclick="1" style="background:url(https://hostile.example.com/css)">1</p>`;
  await window.evaluate(html => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-popups');
    frame.srcdoc = html;
    document.body.append(frame);
    return new Promise(resolve => frame.addEventListener('load', resolve));
  }, bad);
  await expect
    .poll(async () => {
      const { scripts, requests } = await watch();
      return [scripts.length > 0, requests.some(each => each.includes('/seen'))];
    })
    .toEqual([true, true]);
}
