import { describe, expect } from 'vitest';
import type { RunEvent } from '../../../shared/model/run.ts';
import { messageFilesIn, test } from '../../both-layouts.ts';
import { dovecotMissing } from '../../servers/dovecot.ts';
import { aSigning, runInTheMidst, untilExpired } from './a-granted-run.ts';
import { aStand } from './stand.ts';

const missing = dovecotMissing();

const some = { messages: 12, bytes: 20_000, mailboxes: ['INBOX'] };
/** Seconds. */
const tokenLife = 3;

const waits = (because: RegExp) => (event: RunEvent) =>
  event.event === 'waiting' && because.test(event.reason);

describe.skipIf(missing !== undefined)('a token that has to be renewed in mid-run', () => {
  test('is waited for while the provider is away, or a network answers in its place', async () => {
    const stand = await aStand({ tokenLife }, some);
    const signing = aSigning(stand);
    await signing.signIn();
    const run = await runInTheMidst(stand, signing);
    await stand.provider.turn('off');
    await untilExpired(await signing.present(), tokenLife);
    run.line.cut();
    await run.until(waits(/did not respond/));
    stand.provider.answerWith((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the hotel</h1>');
    });
    await stand.provider.turn('on');
    await run.until(waits(/can’t read/));
    stand.provider.answerWith((_request, response) => void response.writeHead(503).end());
    await run.until(waits(/not available/));
    stand.provider.answerWith(undefined);
    expect((await run.result).verdict.state).toBe('complete');
    expect(messageFilesIn(run.folder)).toHaveLength(some.messages);
  });
});
