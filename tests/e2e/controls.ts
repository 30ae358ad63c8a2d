import { expect, type Page } from '@playwright/test';

/** The first screen, before any account is set up. */
export async function expectFirstPage(window: Page): Promise<void> {
  await expect(
    window.getByRole('heading', { name: 'Keep your mail, whatever happens' }),
  ).toBeVisible();
}

/** From the first screen to the first step of the set-up. */
export async function beginSetup(window: Page, address = 'anna@example.org'): Promise<void> {
  await window.getByLabel('Email address').fill(address);
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByLabel('Password', { exact: true })).toBeVisible();
}

/** Chooses one of a list that opens. @param label of the control */
export async function choose(window: Page, label: string, option: string): Promise<void> {
  await window.getByRole('button', { name: label }).click();
  await window.getByRole('option', { name: option, exact: true }).click();
}

/** Types a day part by part, as English of Britain writes it. */
export async function typeDay(window: Page, label: string, digits: string): Promise<void> {
  await window
    .getByRole('group', { name: label, exact: true })
    .getByRole('spinbutton')
    .first()
    .click();
  await window.keyboard.type(digits);
}
