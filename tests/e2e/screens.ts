import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { appAddress } from '../../electron/desktop/addresses.ts';

const folder = resolve(import.meta.dirname, '../../test-results/screenshots');

/** `npm run prove -- look`: every theme at every size on both hosts, and 2560 pixels too. */
const isFull = process.env.MAILSTOW_LOOK === 'full';

/** In `npm test` one on each host: rules know of colours and of places, not of both together. */
const themesOf = (isElectron: boolean) =>
  isFull ? (['light', 'dark'] as const) : [isElectron ? ('dark' as const) : ('light' as const)];

/** What the window has while nobody looks. */
const usual = { width: 1440, height: 900 };

interface Size {
  readonly width: number;
  readonly height: number;
  /** Whether it is held to the rules. */
  readonly isJudged: boolean;
}

/** The two hosts draw the same page: here each looks at sizes of its own, and holds one to the rules. */
function sizesOf(isElectron: boolean): readonly Size[] {
  const narrow = { width: 400, height: 700, isJudged: isFull };
  const middle = { width: 900, height: 600, isJudged: true };
  const wide = { ...usual, isJudged: true };
  if (isFull) return [narrow, middle, wide, { width: 2560, height: 1440, isJudged: true }];
  return isElectron ? [wide] : [narrow, middle];
}

/**
 * Looks at a screen at every size, in a theme or both: keeps a picture of each for people to look at, and holds it to
 * WCAG 2.2 AA. Nothing but a message's own page may scroll sideways.
 */
export async function lookAt(window: Page, name: string): Promise<void> {
  const pictures = picturesOf(window);
  const isElectron = isInElectron(window);
  for (const { isJudged, ...size } of sizesOf(isElectron)) {
    await window.setViewportSize(size);
    for (const theme of themesOf(isElectron)) {
      await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await window.screenshot({ path: join(pictures, `${name}-${theme}-${size.width}.png`) });
      if (isJudged) await judge(window, `${name}, ${theme}, ${size.width}`);
    }
    expect(await overflow(window), `${name} scrolls sideways at ${size.width}`).toBeLessThanOrEqual(
      0,
    );
    expect(await window.evaluate('document.scrollingElement.scrollTop'), name).toBe(0);
  }
  await window.setViewportSize(usual);
}

/** The same at the size that the window has, for what goes away where another has it. */
export async function lookAtHere(window: Page, name: string): Promise<void> {
  for (const theme of themesOf(isInElectron(window))) {
    await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await window.screenshot({ path: join(picturesOf(window), `${name}-${theme}.png`) });
    // What leaves a popover for those who only hear it stands outside of every landmark, in React Aria's own way.
    await judge(window, `${name}, ${theme}`, ['region']);
  }
}

/** WCAG 2.2 AA, and what axe holds for good practice. */
async function judge(window: Page, what: string, not: readonly string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window })
    // Without a page of its own beside the window, which Electron has not.
    .setLegacyMode(isInElectron(window))
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules([...not])
    // What came by mail is not ours to write.
    .exclude('iframe')
    .analyze();
  const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  expect(found, what).toEqual([]);
}

/** The same with text of twice the size, as a person sets it in the browser. */
export async function lookAtLargeText(window: Page, name: string): Promise<void> {
  await window.setViewportSize({ width: 900, height: 600 });
  await window.evaluate(`document.documentElement.style.fontSize = '200%'`);
  await window.screenshot({ path: join(picturesOf(window), `${name}-large-text.png`) });
  expect(await overflow(window), `${name} scrolls sideways with large text`).toBeLessThanOrEqual(0);
  if (isFull) await judge(window, `${name}, large text`);
  await window.evaluate(`document.documentElement.style.fontSize = ''`);
}

function isInElectron(window: Page): boolean {
  return window.url().startsWith(appAddress);
}

/** Each host has a folder of its own. */
export function picturesOf(window: Page, ...under: string[]): string {
  const host = isInElectron(window) ? 'electron' : 'browser';
  const pictures = join(folder, host, ...under);
  mkdirSync(pictures, { recursive: true });
  return pictures;
}

/** By how much a screen is wider than the window, in pixels. */
export async function overflow(window: Page): Promise<number> {
  const inPixels = await window.evaluate(`{
    const scroller = document.querySelector('.page, .library, .first');
    scroller.scrollWidth - scroller.clientWidth;
  }`);
  return Number(inPixels);
}
