import { choose } from './controls.ts';
import { expect, missing, test } from './fixture.ts';
import { tracker } from './letters.ts';

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

test.skip(missing !== undefined, missing);

test.beforeEach(async ({ window, archived }) => {
  expect(archived).toBe(true);
  await window.getByRole('button', { name: 'Open library' }).click();
  await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(6);
});

test('folders and order', async ({ window }) => {
  const rows = window.getByRole('listbox').getByRole('option');
  await expect(rows.first()).toContainText('Přehled za červen');
  await window.getByRole('treeitem', { name: /^Work\/2025/ }).click();
  await expect(rows).toHaveCount(2);
  await choose(window, 'Sort by', 'Subject');
  await expect(rows.first()).toContainText('Invoice 4711');
  await window.getByRole('button', { name: 'Reverse order' }).click();
  await expect(rows.first()).toContainText('Welcome to the newsletter');
  await window.getByRole('treeitem', { name: /^All messages/ }).click();
  await expect(rows).toHaveCount(6);
});

test('reading with the keyboard', async ({ window }) => {
  const list = window.getByRole('listbox');
  await list.focus();
  await window.keyboard.press('Home');
  await expect(window.getByRole('heading', { name: 'Přehled za červen' })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('heading', { name: 'You have won' })).toBeVisible();
  await window.keyboard.press('End');
  await expect(window.getByRole('heading', { name: 'Welcome to the newsletter' })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('article', { name: 'Message' })).toBeFocused();
});

test('the four views of a message, and an attachment that is kept', async ({ window, host }) => {
  await window
    .getByRole('option', { name: /Invoice 4711/ })
    .first()
    .click();
  const page = window.frameLocator('iframe');
  await expect(page.getByRole('heading', { name: 'Invoice 4711' })).toBeVisible();
  await window.getByRole('tab', { name: 'Text' }).click();
  await expect(window.getByRole('tabpanel')).toContainText('please find the invoice attached');
  await window.getByRole('tab', { name: 'Headers' }).click();
  await expect(window.getByRole('tabpanel')).toContainText('multipart/mixed');
  await window.getByRole('tab', { name: 'Source' }).click();
  await expect(window.getByRole('tabpanel')).toContainText('--part--');
  await window.getByRole('button', { name: 'Save invoice-4711.pdf' }).click();
  await expect.poll(() => host.saved()).toEqual(['invoice-4711.pdf']);
});

test('a dangerous attachment only after a warning', async ({ window, host }) => {
  await window
    .getByRole('option', { name: /Invoice 4711/ })
    .first()
    .click();
  await window.getByRole('button', { name: 'Save viewer.exe' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(host.saved()).toEqual([]);
  await window.getByRole('button', { name: 'Save viewer.exe' }).click();
  await dialog.getByRole('button', { name: 'Save anyway' }).click();
  await expect.poll(() => host.saved()).toEqual(['viewer.exe']);
});

test('hostile mail runs nothing and loads nothing', async ({ window, host }) => {
  const asked: string[] = [];
  window.on('request', request => asked.push(request.url()));
  await window.getByRole('option', { name: /You have won/ }).click();
  const page = window.frameLocator('iframe');
  await expect(page.getByText('You have won.')).toBeVisible();
  await expect(page.locator('script, form, iframe, meta[http-equiv=refresh]')).toHaveCount(0);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(url => !host.owns(url))).toEqual([]);
  expect(await window.title()).not.toContain('taken');
});

test('pictures from elsewhere are loaded only once the person allows it, for this message', async ({
  window,
}) => {
  const asked: string[] = [];
  await window.route(`${tracker}**`, async route => {
    asked.push(route.request().url());
    await route.fulfill({ contentType: 'image/svg+xml', body: picture });
  });
  await window
    .getByRole('option', { name: /Invoice 4711/ })
    .first()
    .click();
  await expect(window.frameLocator('iframe').getByRole('heading')).toBeVisible();
  expect(asked).toEqual([]);
  await expect(window.getByText('1 remote image is blocked')).toBeVisible();
  await window.getByRole('button', { name: 'Load images' }).click();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
});
