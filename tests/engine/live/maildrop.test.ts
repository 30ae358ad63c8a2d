import { expect, onTestFinished, test } from 'vitest';
import { test as inBoth } from '../../both-layouts.ts';
import { startPop3, usualCapabilities } from '../../servers/scripted-pop3/server.ts';
import { watched } from './a-watch.ts';
import { letter } from './offering.ts';

const drop = (...subjects: string[]) =>
  subjects.map(subject => ({ bytes: Buffer.from(letter(subject)), uidl: subject }));

async function watchedDrop(capabilities: readonly string[]) {
  const server = await startPop3({ messages: drop('one'), capabilities });
  onTestFinished(() => server.stop());
  const at = { host: '127.0.0.1', port: server.port, security: 'none', protocol: 'pop3' } as const;
  return { server, ...watched({ server: at }) };
}

inBoth('a maildrop is looked into every five minutes, each time anew', async () => {
  const { server, clock, stored, next } = await watchedDrop(usualCapabilities);
  expect(await next('watching')).toEqual({ event: 'watching', by: 'polling' });
  server.drop.push(...drop('two'));
  await clock.pass(5 * 60_000);
  const round = await next('round', ({ stored: brought }) => brought.length > 0);
  expect(round.result.stored).toBe(1);
  expect(Object.values(stored()).sort()).toEqual([letter('one'), letter('two')]);
  expect(server.count('DELE')).toBe(0);
});

test('no sooner than the server wants', async () => {
  const { server, clock, next } = await watchedDrop([...usualCapabilities, 'LOGIN-DELAY 900']);
  await next('watching');
  const { connections } = server;
  await clock.pass(5 * 60_000);
  await clock.pass(9 * 60_000);
  expect(server.connections).toBe(connections);
  await clock.pass(60_000);
  await next('watching');
  expect(server.connections).toBe(connections + 1);
});
