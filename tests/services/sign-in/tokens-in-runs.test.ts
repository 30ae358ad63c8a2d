import { describe, expect } from 'vitest';
import { messageFilesIn, test } from '../../both-layouts.ts';
import { dovecotMissing } from '../../servers/dovecot.ts';
import { aSigning, runInTheMidst, untilExpired } from './a-granted-run.ts';
import { alice, aStand } from './stand.ts';

const missing = dovecotMissing();

/** More than two connections ask for in one go, so that three are at work. */
const many = { messages: 3_000, bytes: 400, mailboxes: ['INBOX'] };
const some = { messages: 12, bytes: 20_000, mailboxes: ['INBOX'] };
/** Seconds. */
const tokenLife = 5;

describe.skipIf(missing !== undefined)('a run with tokens', () => {
  test('goes on after they expired, with one renewal for all connections', async () => {
    const stand = await aStand({ tokenLife }, many);
    const signing = aSigning(stand);
    const { grant } = await signing.signIn();
    const run = await runInTheMidst(stand, signing, 3);
    expect(run.line.standing).toBe(3);
    const before = stand.provider.count(/^POST \/token 200/);
    await untilExpired(await signing.present(), tokenLife);
    run.line.cut();
    const { stored, verdict } = await run.result;
    expect(verdict.state).toBe('complete');
    expect(stored).toBe(many.messages);
    expect(messageFilesIn(run.folder)).toHaveLength(many.messages);
    // Those beside the first are made again only where nothing was waited for too long.
    expect(run.line.connections).toBeGreaterThanOrEqual(4);
    expect(stand.provider.count(/^POST \/token 200/) - before).toBe(1);
    // Each renewal gives another refresh token, and the former would end the grant.
    const { refreshToken } = grant;
    expect(await signing.secrets.find(alice)).not.toMatchObject({ refreshToken });
  });

  test('ends where the grant was revoked, with the question to sign in again, and goes on after that', async () => {
    const stand = await aStand({}, some);
    const signing = aSigning(stand);
    await signing.signIn();
    const run = await runInTheMidst(stand, signing);
    await stand.provider.revokeAll(alice);
    run.line.cut();
    await expect(run.result).rejects.toMatchObject({
      failure: { code: 'sign-in-again', kind: 'sign-in-needed', scope: 'account' },
    });
    // Asked once, then never again.
    expect(stand.provider.count(/^POST \/token 400/)).toBe(1);
    expect(await signing.secrets.find(alice)).toBeUndefined();
    await signing.signIn();
    const next = await runInTheMidst(stand, signing);
    next.line.cut();
    expect((await next.result).verdict.state).toBe('complete');
    expect(messageFilesIn(next.folder)).toHaveLength(some.messages);
  });
});
