import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateMessage } from '../fixtures/mail/corpus.ts';
import { shapes } from '../fixtures/mail/shapes.ts';
import { hasIpv6Loopback } from './dovecot/ports.ts';
import { type Dovecot, dovecotMissing, startDovecot } from './dovecot.ts';
import { RawClient } from './raw-client.ts';

const missing = dovecotMissing();

describe.skipIf(missing !== undefined)(
  `Dovecot${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    let dovecot: Dovecot;
    let ca: string;

    beforeAll(async () => {
      dovecot = await startDovecot();
      ca = readFileSync(dovecot.ca, 'utf8');
    });
    afterAll(() => dovecot?.stop());

    test('serves every shape of message byte for byte, with flags and dates', async () => {
      const user = await dovecot.user();
      const names = Object.keys(shapes).filter(
        name => name !== 'loneLf',
      ) as (keyof typeof shapes)[];
      const messages = names.map((shape, index) => ({
        bytes: generateMessage(index + 1, { shape }),
        flags: index % 2 === 0 ? ['\\Seen', '\\Flagged'] : [],
        internalDate: new Date(Date.UTC(2020, 0, index + 1, 10, 20, 30)),
      }));
      await dovecot.deliver(user, 'INBOX', ...messages);
      const client = RawClient.connect(dovecot.ports.imap);
      await client.ask(`a LOGIN ${user.name} ${user.password}`);
      expect(await client.ask('b EXAMINE INBOX')).toContain(`* ${names.length} EXISTS`);
      for (const [index, { bytes, flags, internalDate }] of messages.entries()) {
        const answer = await client.ask(
          `zq${index} UID FETCH ${index + 1} (RFC822.SIZE FLAGS INTERNALDATE BODY.PEEK[])`,
        );
        const day = String(internalDate.getUTCDate()).padStart(2, '0');
        expect(answer).toContain(`RFC822.SIZE ${bytes.length} `);
        expect(answer).toContain(`INTERNALDATE "${day}-Jan-2020 10:20:30 +0000"`);
        expect(answer.includes('\\Seen')).toBe(flags.length > 0);
        const start = answer.indexOf('\r\n') + 2;
        const body = Buffer.from(answer.slice(start, start + bytes.length), 'latin1');
        expect(body.equals(bytes), names[index]).toBe(true);
      }
      expect(names.length).toBeGreaterThan(10);
    });

    test('takes thousands of messages at once, in order', async () => {
      const user = await dovecot.user();
      const bytes = Array.from({ length: 3000 }, (_, index) =>
        Buffer.from(`Subject: ${index + 1}\r\n\r\n`),
      );
      await dovecot.deliver(user, 'Archive/2024', ...bytes.map(each => ({ bytes: each })));
      const found = await dovecot.doveadm(
        ...['fetch', '-u', user.name, 'uid hdr.subject', 'mailbox', 'Archive/2024'],
      );
      const pairs = [...found.matchAll(/uid: (\d+)\s+hdr\.subject: (\d+)/g)];
      expect(pairs).toHaveLength(3000);
      expect(pairs.every(([, uid, subject]) => uid === subject)).toBe(true);
    });

    test('has users and mailboxes in any script', async () => {
      const user = await dovecot.user({ name: 'bücher@example.org', password: 'geheim "ß" 日本' });
      await dovecot.deliver(user, 'Entwürfe & Co/日本語', {
        bytes: Buffer.from('Subject: x\r\n\r\n'),
      });
      const plain = Buffer.from(`\0${user.name}\0${user.password}`).toString('base64');
      const client = RawClient.connect(dovecot.ports.imap);
      expect(await client.ask(`a AUTHENTICATE PLAIN ${plain}`)).toContain('a OK');
      const answer = await client.ask('b STATUS "Entw&APw-rfe &- Co/&ZeVnLIqe-" (MESSAGES)');
      expect(answer).toContain('(MESSAGES 1)');
    });

    test('a wrong password is refused and slows nobody down', async () => {
      const user = await dovecot.user();
      const client = RawClient.connect(dovecot.ports.imap);
      const begin = performance.now();
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const answer = await client.ask(`a${attempt} LOGIN ${user.name} wrong`);
        expect(answer).toContain('NO [AUTHENTICATIONFAILED]');
      }
      expect(await client.ask(`b LOGIN ${user.name} ${user.password}`)).toContain('b OK');
      // With Dovecot's own settings each failure costs two seconds and more.
      expect(performance.now() - begin).toBeLessThan(5000);
    });

    test('speaks TLS from the first byte and by STARTTLS', async () => {
      const secure = RawClient.connectTls(dovecot.ports.imaps, ca);
      expect(await secure.line()).toMatch(/^\* OK/);
      const upgraded = RawClient.connect(dovecot.ports.imap);
      expect(await upgraded.ask('a STARTTLS')).toContain('a OK');
      upgraded.upgrade(ca);
      expect(await upgraded.ask('b CAPABILITY')).not.toContain('STARTTLS');
    });

    test.skipIf(!hasIpv6Loopback())('listens on ::1', async () => {
      expect(await RawClient.connect(dovecot.ports.imap, '::1').line()).toMatch(/^\* OK/);
      expect(await RawClient.connectTls(dovecot.ports.imaps, ca, '::1').line()).toMatch(/^\* OK/);
    });

    test('admits many connections of one user', async () => {
      const user = await dovecot.user();
      const clients = Array.from({ length: 30 }, () => RawClient.connect(dovecot.ports.imap));
      const answers = await Promise.all(
        clients.map(client => client.ask(`a LOGIN ${user.name} ${user.password}`)),
      );
      expect(answers.filter(each => each.includes('a OK'))).toHaveLength(30);
      for (const client of clients) client.end();
    });

    test('two at once keep to themselves, and stop leaves nothing behind', async () => {
      const second = await startDovecot();
      const user = await second.user({ name: 'only-here' });
      const elsewhere = RawClient.connect(dovecot.ports.imap);
      expect(await elsewhere.ask(`a LOGIN ${user.name} ${user.password}`)).toContain('a NO');
      await second.stop();
      expect(await refuses(second.ports.imap)).toBe(true);
      expect(existsSync(second.folder)).toBe(false);
    });

    test('ends with the process that started it, even when that is killed', async () => {
      const script = `
        const { startDovecot } = await import(${JSON.stringify(import.meta.resolve('./dovecot.ts'))});
        const { ports, folder } = await startDovecot();
        console.log(JSON.stringify({ port: ports.imap, folder }));
        setInterval(() => {}, 1000);`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = await once(child.stdout, 'data');
      const started: { port: number; folder: string } = JSON.parse(String(line));
      const connection = connect(started.port, '127.0.0.1');
      await once(connection, 'data');
      child.kill('SIGKILL');
      // The login process holds this connection until Dovecot itself goes.
      await once(connection, 'close');
      await expect.poll(() => existsSync(started.folder), { timeout: 20_000 }).toBe(false);
      expect(await refuses(started.port)).toBe(true);
    });
  },
);

async function refuses(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const refused = await new Promise<boolean>(resolve => {
    socket.once('connect', () => resolve(false));
    socket.once('error', () => resolve(true));
  });
  socket.destroy();
  return refused;
}
