import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { appAddress } from '../../electron/desktop/addresses.ts';

const folder = resolve(import.meta.dirname, '../../test-results/screenshots');

/** With the theme in which each is held to the rules: these know of colours and of places, not of both together. */
const sizes = [
  { width: 400, height: 700, judgedIn: undefined },
  { width: 900, height: 600, judgedIn: 'light' },
  { width: 1440, height: 900, judgedIn: 'dark' },
] as const;
const themes = ['light', 'dark'] as const;

/**
 * Looks at a screen in both themes and at both sizes: keeps a picture of each for people to look at, and
 * holds both themes and both sizes to WCAG 2.2 AA. Nothing but a message's own page may scroll sideways.
 */
export async function lookAt(window: Page, name: string): Promise<void> {
  const isDesktop = window.url().startsWith(appAddress);
  const pictures = picturesOf(window);
  for (const { judgedIn, ...size } of sizes) {
    await window.setViewportSize(size);
    for (const theme of themes) {
      await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await window.screenshot({ path: join(pictures, `${name}-${theme}-${size.width}.png`) });
      if (theme !== judgedIn) continue;
      const { violations } = await new AxeBuilder({ page: window })
        // Without a page of its own beside the window, which Electron has not.
        .setLegacyMode(isDesktop)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        // What came by mail is not ours to write.
        .exclude('iframe')
        .analyze();
      const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
      expect(found, `${name}, ${theme}, ${size.width}`).toEqual([]);
    }
    expect(await overflow(window), `${name} scrolls sideways at ${size.width}`).toBeLessThanOrEqual(
      0,
    );
  }
}

/** The same with text of twice the size, as a person sets it in the browser. */
export async function lookAtLargeText(window: Page, name: string): Promise<void> {
  await window.setViewportSize({ width: 900, height: 600 });
  await window.evaluate(`document.documentElement.style.fontSize = '200%'`);
  await window.screenshot({ path: join(picturesOf(window), `${name}-large-text.png`) });
  expect(await overflow(window), `${name} scrolls sideways with large text`).toBeLessThanOrEqual(0);
  await window.evaluate(`document.documentElement.style.fontSize = ''`);
}

/** Each host has a folder of its own. */
export function picturesOf(window: Page, ...under: string[]): string {
  const host = window.url().startsWith(appAddress) ? 'electron' : 'browser';
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
