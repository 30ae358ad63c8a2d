import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { layoutNow, storedMessages, test } from '../both-layouts.ts';
import { type Ended, imapcl, mailstow, Workplace } from '../imapcl/run-process.ts';
import { type CountingProxy, startCountingProxy } from '../servers/counting-proxy.ts';
import {
  deliverMoved,
  deliverMoving,
  movingBytes,
  renameUser,
} from '../servers/dovecot/moved-mail.ts';
import {
  type Dovecot,
  type DovecotUser,
  dovecotMissing,
  startDovecot,
} from '../servers/dovecot.ts';

/** An account that moves, as people see it who use the commands: what is printed, and with which exit code. */
type Command = 'imapcl' | 'mailstow';

interface Where {
  readonly host: string;
  readonly port: number;
  readonly user: DovecotUser;
}

const commands: readonly Command[] = ['imapcl', 'mailstow'];

describe.skipIf(dovecotMissing())('an account that moves', () => {
  let [old, fresh]: Dovecot[] = [];
  let [oldWire, freshWire]: CountingProxy[] = [];
  beforeAll(async () => {
    [old, fresh] = await Promise.all([startDovecot(), startDovecot()]);
    oldWire = await startCountingProxy(old.ports.imap);
    freshWire = await startCountingProxy(fresh.ports.imap);
  });
  afterAll(async () => {
    await Promise.all([oldWire?.stop(), freshWire?.stop()]);
    await Promise.all([old?.stop(), fresh?.stop()]);
  });

  function servers() {
    if (!old || !fresh || !oldWire || !freshWire) throw new Error('The servers did not start');
    return { old, fresh, oldWire, freshWire };
  }

  /** A folder that holds the account's mail, and runs of the command into it. */
  async function archived(command: Command) {
    const { old, oldWire } = servers();
    const user = await old.user();
    await deliverMoving(old, user);
    const place = await Workplace.make(user.name, user.password);
    onTestFinished(() => place.remove());
    const run = (where: Where, ...more: string[]) => runInto(command, place, where, more);
    const home: Where = { host: '127.0.0.1', port: oldWire.port, user };
    expect(await run(home)).toMatchObject({ code: 0, stdout: 'Stored 90 Messages\n' });
    return { place, home, run, files: storedMessages(place.out) };
  }

  const movedOn = async (place: Workplace): Promise<unknown> =>
    JSON.parse(await readFile(join(place.out, '.mailstow', 'account.json'), 'utf8'));

  test.each(commands)('%s: a server of another name, the run goes on by itself', async command => {
    const { oldWire } = servers();
    const { place, home, run, files } = await archived(command);
    const before = oldWire.sent;
    const renamed = await run({ ...home, host: 'localhost' });
    expect(renamed).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    const { name } = home.user;
    expect(renamed.stderr).toContain(
      `The account was ${name} on 127.0.0.1 until now, and is ${name} on localhost from now on: 90 of 90 messages compared are the same`,
    );
    expect(oldWire.sent - before).toBeLessThan(movingBytes / 50);
    expect(storedMessages(place.out)).toEqual(files);
    expect(await movedOn(place)).toMatchObject({
      host: 'localhost',
      former: [{ host: '127.0.0.1' }],
    });
  });

  test.each(commands)('%s: a user of another name, with --moved', async command => {
    const { old } = servers();
    const { place, home, run, files } = await archived(command);
    const user = await renameUser(old, home.user, `${home.user.name}-renamed`);
    const asked = await run({ ...home, user });
    expect(asked.code).toBe(20);
    expect(asked.stderr).toContain(
      `contains the archive of ${home.user.name} on 127.0.0.1. ${user.name} on 127.0.0.1 has the same mail`,
    );
    expect(asked.stderr).toContain('--moved');
    expect(await movedOn(place)).toEqual({ user: home.user.name, host: '127.0.0.1' });
    expect(await run({ ...home, user }, '--moved')).toMatchObject({
      code: 0,
      stdout: 'Stored 0 Messages\n',
    });
    expect(await run({ ...home, user })).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(storedMessages(place.out)).toEqual(files);
  });

  test.each(commands)('%s: the mail copied to a second server, with --moved', async command => {
    const { fresh, freshWire } = servers();
    const { place, run, files } = await archived(command);
    const user = await fresh.user();
    await deliverMoved(fresh, user);
    const there: Where = { host: 'localhost', port: freshWire.port, user };
    expect((await run(there)).code).toBe(20);
    const before = freshWire.sent;
    expect(await run(there, '--moved')).toMatchObject({
      code: 0,
      stdout: 'Renamed 90 Messages\nStored 0 Messages\n',
    });
    expect(freshWire.sent - before).toBeLessThan(movingBytes / 50);
    const renamed = storedMessages(place.out);
    expect(Object.keys(renamed)).not.toEqual(Object.keys(files));
    expect(Object.values(renamed).sort()).toEqual(Object.values(files).sort());
    expect(await run(there)).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
  });

  test.each(commands)(
    '%s: another account is refused with 20, also under --moved',
    async command => {
      const { fresh, freshWire } = servers();
      const { place, run, files } = await archived(command);
      const user = await fresh.user();
      await fresh.deliver(user, 'INBOX', { bytes: Buffer.from('Subject: Mine\r\n\r\nMine.\r\n') });
      for (const moved of [[], ['--moved']]) {
        const refused = await run({ host: 'localhost', port: freshWire.port, user }, ...moved);
        expect(refused.code).toBe(20);
        expect(refused.stderr).toContain('does not have the same mail');
      }
      expect(storedMessages(place.out)).toEqual(files);
    },
  );
});

async function runInto(
  command: Command,
  place: Workplace,
  { host, port, user }: Where,
  more: readonly string[],
): Promise<Ended> {
  await place.writeAuthFile(user.name, user.password);
  const layout = ['--layout', layoutNow()];
  if (command === 'imapcl') {
    const args = [host, '-p', `${port}`, '-a', place.authFile, '-o', place.out, '--all-mailboxes'];
    return imapcl([...args, ...layout, ...more]);
  }
  const access = ['--server', host, '--port', `${port}`, '--security', 'none'];
  const into = ['--auth-file', place.authFile, '--folder', place.out];
  const config = await mkdtemp(join(tmpdir(), 'mailstow-config-'));
  onTestFinished(() => rm(config, { recursive: true, force: true }));
  return mailstow(['archive', ...access, ...into, ...layout, ...more], {
    env: { MAILSTOW_CONFIG: config },
  });
}
