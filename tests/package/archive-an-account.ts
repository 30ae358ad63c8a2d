import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Bridge } from '../../shared/contract.ts';
import { type ScriptedServer, startServer } from '../servers/scripted/server.ts';

const letter = (subject: string) =>
  `From: Ann <ann@example.org>\r\nSubject: ${subject}\r\nDate: Fri, 01 Mar 2024 09:12:00 +0000\r\n\r\nHello\r\n`;

/** What the account has. */
const subjects = ['First letter', 'Second letter'];

export function startAccount(): Promise<ScriptedServer> {
  return startServer({ mailboxes: [{ name: 'INBOX', messages: subjects.map(letter) }] });
}

/**
 * Sets up the account in the window, archives it by the window's button, and goes to the library.
 * @param home folder that the person may write into
 * @returns the folder of the archive
 */
export async function archiveAccount(page: Page, port: number, home: string): Promise<string> {
  const folder = join(home, 'Mail');
  // The system's dialog for the folder is the one thing that nobody here can press.
  const answer = await page.evaluate(
    ({ port, folder }) => {
      const { mailstow } = globalThis as unknown as { mailstow: Bridge };
      return mailstow.call('accounts.save', {
        profile: {
          email: 'ann@example.org',
          user: 'user',
          server: { host: '127.0.0.1', port, security: 'none' },
          leftOut: [],
          headersOnly: false,
          unseenOnly: false,
          folder,
          rememberPassword: false,
        },
        password: 'secret',
      });
    },
    { port, folder },
  );
  if (!answer.ok) throw new Error(answer.failure.message);
  await page.getByRole('button', { name: 'Archive now' }).click();
  await page
    .getByText(/Nothing is missing\./)
    .first()
    .waitFor();
  await showLibrary(page);
  return folder;
}

/** Waits until all letters of the account stand in the library. */
export async function showLibrary(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: 'Library' })
    .or(page.getByRole('button', { name: 'Library' }))
    .first()
    .click();
  for (const subject of subjects) {
    await page.getByRole('option', { name: new RegExp(subject) }).waitFor();
  }
}
