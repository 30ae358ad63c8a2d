import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../servers/scripted/server.ts';
import { call, saveAccount } from '../calls.ts';
import { newPerson } from '../electron-host.ts';
import { expect, test, withSession } from './fixture.ts';

const mail = { mailboxes: [{ name: 'INBOX', messages: ['Subject: One\r\n\r\nOne.\r\n'] }] };

test('with a keyring the password is kept encrypted, and the next start needs none', async ({
  start,
}) => {
  const server = await startServer(mail);
  const first = await start();
  const { person } = first;
  const window = await first.app.firstWindow();
  expect(await call(window, 'app.info', undefined)).toMatchObject({ keepsPasswords: true });
  await saveAccount(window, person.folder, server.port);
  await first.leave();
  const kept = readFileSync(join(person.profile, 'passwords.json'), 'utf8');
  expect(kept).not.toContain('secret');
  expect(kept).not.toContain(Buffer.from('secret').toString('base64'));
  const [encrypted = ''] = Object.values(JSON.parse(kept).content ?? JSON.parse(kept)) as string[];
  expect(Buffer.from(encrypted, 'base64').toString('latin1')).toMatch(/^v11/);
  const next = await start({ person });
  const again = await next.app.firstWindow();
  await again.getByRole('button', { name: 'Archive now' }).click();
  await expect(again.getByText(/Nothing is missing\./)).toBeVisible();
  await server.stop();
});

for (const keyring of ['locked', 'absent'] as const) {
  test(`with a keyring that is ${keyring} the password is asked for each time and kept nowhere`, async ({
    start,
  }) => {
    await withSession(keyring, async session => {
      const server = await startServer(mail);
      const app = await start({ session, person: newPerson(session) });
      const window = await app.app.firstWindow();
      expect(await call(window, 'app.info', undefined)).toMatchObject({ keepsPasswords: false });
      await call(window, 'accounts.save', {
        profile: {
          email: 'accounts@example.org',
          user: 'user',
          server: { host: '127.0.0.1', port: server.port, security: 'none' },
          leftOut: [],
          headersOnly: false,
          unseenOnly: false,
          folder: app.folder,
          rememberPassword: false,
        },
      });
      await window.reload();
      await window.getByRole('button', { name: 'Archive now' }).click();
      const dialog = window.getByRole('dialog');
      await dialog.getByLabel('Password').fill('secret');
      await dialog.getByRole('button', { name: 'Archive now' }).click();
      await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
      await app.leave();
      const kept = readdirSync(app.person.profile, { recursive: true, encoding: 'utf8' });
      expect(kept.filter(name => /passwords/.test(name))).toEqual([]);
      await server.stop();
    });
  });
}
