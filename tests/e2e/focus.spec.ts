import type { Page } from '@playwright/test';
import { call } from './calls.ts';
import { expect, missing, test } from './fixture.ts';

test.skip(missing !== undefined, missing);

/** More controls than any screen has. */
const most = 120;

test('on every screen the Tab key reaches what can be used, and what has the focus is seen', async ({
  window,
  archived,
}) => {
  expect(archived).toBe(true);
  const [account] = await call(window, 'accounts.list', undefined);
  const places = [
    'accounts',
    `run/${account?.id}`,
    `library/${account?.id}`,
    'set-up',
    'settings',
    'help',
  ];
  for (const place of places) {
    await window.evaluate(hash => {
      location.hash = hash;
    }, `#/${place}`);
    await expect(window.locator('h1').first()).toBeAttached();
    if (place.startsWith('library')) {
      await window.getByRole('option').first().click();
      await expect(window.getByRole('tablist', { name: 'Views of the message' })).toBeVisible();
      await window.keyboard.press('/');
      await expect(window.getByRole('searchbox')).toBeFocused();
    }
    if (place === 'set-up') await window.getByRole('button', { name: 'Set up by hand' }).click();
    const { reached, unseen } = await tabThrough(window);
    expect(unseen, place).toEqual([]);
    const usable = await usableIn(window);
    expect(reached.length, `${place}: ${reached.join(', ')}`).toBeGreaterThanOrEqual(usable);
  }
});

/** Presses Tab until the focus comes round. */
async function tabThrough(window: Page): Promise<{ reached: string[]; unseen: string[] }> {
  const reached: string[] = [];
  const unseen: string[] = [];
  await window.evaluate(() => {
    for (const marked of document.querySelectorAll('[data-reached]')) {
      marked.removeAttribute('data-reached');
    }
  });
  for (let presses = 0; presses < most; presses += 1) {
    await window.keyboard.press('Tab');
    const focus = await window.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      if (element.tagName === 'IFRAME') return { name: 'the message', isSeen: true, isNew: false };
      const isNew = !element.hasAttribute('data-reached');
      element.setAttribute('data-reached', '');
      // A hidden input shows its focus on what stands for it, one among chips on the field that both are in.
      const around = element.closest('label') ?? element.closest('input')?.closest('.find-field');
      const shown = [element, ...(around == null ? [] : [around, ...around.querySelectorAll('*')])];
      const isSeen = shown.some(each => {
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        const isThere = each.getBoundingClientRect().height >= 4;
        return isThere && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      });
      // A part of a date is filled with the accent.
      const isFilled = element.matches('.date-part');
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return { name: `${element.tagName} ${name.slice(0, 40)}`, isSeen: isSeen || isFilled, isNew };
    });
    if (focus === undefined) continue;
    if (!focus.isNew && focus.name !== 'the message') break;
    reached.push(focus.name);
    if (!focus.isSeen) unseen.push(focus.name);
  }
  return { reached, unseen };
}

/** How many things there are to press or to write into; of a group that arrows move in, one. */
function usableIn(window: Page): Promise<number> {
  return window.evaluate(() => {
    const all = [...document.querySelectorAll('button, input, [role=tree], [role=listbox]')];
    const usable = all.filter(element => {
      const { width } = element.getBoundingClientRect();
      const isGroup = element.closest('[role=radiogroup], [role=tablist]') !== null;
      const isLeftOut = element.matches('[disabled], [tabindex="-1"], [aria-hidden=true]');
      return width > 0 && !isGroup && !isLeftOut;
    });
    return usable.length;
  });
}
