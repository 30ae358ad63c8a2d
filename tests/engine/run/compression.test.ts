import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import type { Server } from '../../../shared/model/account.ts';
import { test } from '../../both-layouts.ts';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { startCountingProxy } from '../../servers/counting-proxy.ts';
import {
  type Dovecot,
  type DovecotUser,
  dovecotMissing,
  startDovecot,
} from '../../servers/dovecot.ts';
import { FaultProxy } from '../../servers/fault-proxy.ts';
import { accountAt, storedIn } from './test-account.ts';

const plugin = 'protocol imap {\n  mail_plugins = $mail_plugins imap_zlib\n}\n';

describe.skipIf(dovecotMissing())('a server that compresses what it sends', () => {
  let dovecot: Dovecot;
  let user: DovecotUser;
  beforeAll(async () => {
    dovecot = await startDovecot(plugin);
    user = await dovecot.user();
    const small = Array.from({ length: 300 }, (_, index) => ({
      bytes: generateMessage(index, { median: 3_000, least: 600, greatest: 9_000 }),
    }));
    const attached = randomBytes(1_500_000).toString('base64').replace(/.{76}/g, '$&\r\n');
    const large = { bytes: Buffer.from(`Subject: Large\r\n\r\n${attached}\r\n`) };
    await dovecot.deliver(user, 'INBOX', ...small, large);
  }, 60_000);
  afterAll(() => dovecot.stop());

  async function archived(compression: Server['compression'], port: number) {
    const server = { port, ...(compression && { compression }) };
    const account = accountAt(server, { user: user.name, password: user.password });
    const result = await account.run();
    expect(result).toMatchObject({ stored: 301, problems: [] });
    expect((await account.run()).stored).toBe(0);
    return storedIn(account.folder);
  }

  test('the archive is the same, and less goes over the line', async () => {
    const sent = async (compression: Server['compression']) => {
      const proxy = await startCountingProxy(dovecot.ports.imap);
      onTestFinished(() => proxy.stop());
      return { stored: await archived(compression, proxy.port), bytes: proxy.sent };
    };
    const plain = await sent('off');
    const compressed = await sent('on');
    expect(compressed.stored).toEqual(plain.stored);
    expect(compressed.bytes).toBeLessThan(plain.bytes * 0.8);
    // Within one network nobody asks for it.
    expect((await sent(undefined)).bytes).toBeGreaterThan(plain.bytes * 0.95);
  });

  test('through a line that fails at random, nothing is lost or doubled', async () => {
    const faults = ['cut', 'reset', 'halfClose', 'drip', 'delay'] as const;
    const options = { seed: 7, after: [150_000, 900_000], faults } as const;
    const proxy = await FaultProxy.start(dovecot.ports.imap, options);
    onTestFinished(() => proxy.stop());
    const stored = await archived('on', proxy.port);
    expect(stored).toEqual(await archived('off', dovecot.ports.imap));
    expect(proxy.faults.length).toBeGreaterThan(0);
  });
});
