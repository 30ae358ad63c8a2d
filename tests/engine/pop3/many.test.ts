import { describe, expect } from 'vitest';
import { messageFilesIn, test } from '../../both-layouts.ts';
import { times } from '../../prove/in-proof.ts';
import { aMessage } from '../../servers/scripted-pop3/server.ts';
import { dropAccount } from './drop-account.ts';

/** In the full numbers 100,000. */
const count = times(3_000, 100_000);

describe('a large maildrop', { timeout: 900_000 }, () => {
  test.each([
    ['with UIDL', [], aMessage],
    ['without UIDL', ['UIDL'], aMessage],
    // A newsletter's robot that ran wild: nothing tells one of them from another.
    ['all alike, without UIDL', ['UIDL'], () => aMessage(1)],
  ])('is archived whole, and its second run fetches nothing, %s', async (_name, without, made) => {
    const messages = Array.from({ length: count }, (_, n) => made(n));
    const account = await dropAccount({ messages, without });
    const first = await account.run();
    expect(first.verdict).toMatchObject({ state: 'complete', stored: count, onServer: count });
    expect(messageFilesIn(account.folder)).toHaveLength(count);
    const began = performance.now();
    const second = await account.run();
    expect(second.verdict).toMatchObject({ state: 'complete', stored: 0, archived: count });
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    console.log(`${count} messages: nothing to do ${_name} took ${seconds} s`);
    expect(account.server.count('RETR')).toBe(count);
    expect(account.server.mostWaiting).toBeGreaterThan(1);
  });
});
