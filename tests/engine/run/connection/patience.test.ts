import { describe, expect, onTestFinished, test } from 'vitest';
import { Patience } from '../../../../electron/engine/run/connection/patience.ts';
import { waitBeforeLogin } from '../../../../electron/engine/run/connection/retry.ts';
import { defaults } from '../../../../shared/defaults.ts';
import type { LayoutName, RunEvent } from '../../../../shared/model/run.ts';
import { Outage } from '../../../servers/outage.ts';
import type { ServerOptions } from '../../../servers/scripted/options.ts';
import { accountAt, eventsOf, numbered, scriptedAccount } from '../test-account.ts';

const layouts: readonly LayoutName[] = ['flat', 'folders'];
const { mailbox, texts } = numbered(60);

/** An account behind an outage that begins in the middle of the download, with the first message stored. */
async function cutOff(options: ServerOptions = {}) {
  const { server } = await scriptedAccount({ mailboxes: [mailbox], ...options });
  const outage = await Outage.before(server.port);
  onTestFinished(() => outage.begin());
  return { server, outage, account: accountAt({ port: outage.port }) };
}

/** Two batches, of which the second is away when it is asked for. */
function brokenOffOnce(break_: () => void): ServerOptions {
  let isBroken = false;
  return {
    beforeFetchResponse: ({ uid, items }) => {
      if (isBroken || uid !== 30 || !items.includes('BODY.PEEK[]')) return undefined;
      isBroken = true;
      break_();
      return { stop: { at: 5, how: 'close' } };
    },
  };
}

describe('a server that is away in mid-run', () => {
  test.each(layouts)(
    'is waited for, and the run completes (%s)',
    async layout => {
      let begin = () => {};
      const { outage, account } = await cutOff(brokenOffOnce(() => begin()));
      begin = () => void outage.begin();
      let refusals = 0;
      account.onEvent = event => {
        if (event.event !== 'waiting' || !event.reason.includes('refused the connection')) return;
        // More often than a run gave up before.
        refusals += 1;
        if (refusals === 3) void outage.end();
      };
      const result = await account.run({ layout, patience: 20_000 });
      expect(result).toMatchObject({ stored: texts.length, problems: [] });
      expect(refusals).toBe(3);
      const waits = eventsOf(account, 'waiting').map(({ milliseconds }) => milliseconds);
      expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
    },
    30_000,
  );

  test('is given up when the patience is at its end, with what is stored kept', async () => {
    let begin = () => {};
    const { outage, account } = await cutOff(brokenOffOnce(() => begin()));
    begin = () => void outage.begin();
    const ended = account.run({ patience: 900 });
    await expect(ended).rejects.toMatchObject({ failure: { kind: 'connection' } });
    const waits = eventsOf(account, 'waiting').map(({ milliseconds }) => milliseconds);
    expect(waits[0]).toBe(500);
    expect(waits[1]).toBeLessThanOrEqual(400);
    expect(waits).toHaveLength(2);
  });
});

test('ten minutes without progress by default; progress renews them', () => {
  const patience = new Patience(defaults.patience);
  patience.spend(599_000);
  expect(patience.cut(30_000)).toBe(1_000);
  patience.spend(1_000);
  expect(patience.cut(30_000)).toBeUndefined();
  patience.renew();
  expect(patience.cut(30_000)).toBe(30_000);
});

describe('a login', () => {
  const words = [
    'NO [UNAVAILABLE] Try later',
    'NO Temporary failure',
    'NO [AUTHENTICATIONFAILED] No',
  ];

  test.each(words.flatMap(each => layouts.map(layout => [each, layout] as const)))(
    'that worked and is refused once when it is made again: %s (%s)',
    async (answer, layout) => {
      const account = await scriptedAccount({
        mailboxes: [mailbox],
        ...brokenOffOnce(() => {}),
        onCommand: ({ name, tag, connection }) =>
          name === 'LOGIN' && connection === 2 ? `${tag} ${answer}\r\n` : 'default',
      });
      const result = await account.run({ layout, patience: 2_000 });
      expect(result).toMatchObject({ stored: texts.length, problems: [] });
      expect(account.server.connections).toHaveLength(3);
    },
  );

  test('that is refused each time is wrong by now, after three more tries at most', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      ...brokenOffOnce(() => {}),
      onCommand: ({ name, tag, connection }) =>
        name === 'LOGIN' && connection > 1 ? `${tag} NO [AUTHENTICATIONFAILED] No\r\n` : 'default',
    });
    const ended = account.run({ patience: 1_000 });
    await expect(ended).rejects.toMatchObject({ failure: { kind: 'login-refused' } });
    expect(eventsOf(account, 'waiting').map(({ cause }) => cause)).toEqual([
      'connection-lost',
      'login-refused',
    ]);
    expect([1, 2, 3, 4].map(waitBeforeLogin)).toEqual([10_000, 30_000, 60_000, undefined]);
  });

  test.each(['NO Temporary authentication failure', 'NO [UNAVAILABLE] x', 'NO Server busy'])(
    'the first of the run, that is put off: %s',
    async answer => {
      let refusals = 0;
      const account = await scriptedAccount({
        mailboxes: [mailbox],
        onCommand: ({ name, tag }) =>
          name === 'LOGIN' && refusals++ === 0 ? `${tag} ${answer}\r\n` : 'default',
      });
      expect(await account.run({ patience: 200 })).toMatchObject({ stored: texts.length });
      expect(eventsOf(account, 'waiting')).toMatchObject([{ cause: 'pause-asked' }]);
    },
  );
});

describe('a mailbox that is busy', () => {
  const mailboxes = [mailbox, numbered(3, 'Second').mailbox, numbered(3, 'Third').mailbox];
  const examined = ({ server }: Awaited<ReturnType<typeof scriptedAccount>>) =>
    server.commands.flatMap(({ line }) => /EXAMINE "(\w+)"/.exec(line)?.[1] ?? []);

  test.each(
    layouts.flatMap(layout => ['INUSE', 'UNAVAILABLE'].map(code => [layout, code] as const)),
  )('holds up no other and is tried again at the end (%s, %s)', async (layout, code) => {
    let refusals = 0;
    const account = await scriptedAccount({
      mailboxes,
      onCommand: ({ name, tag, line }) =>
        name === 'EXAMINE' && line.includes('INBOX') && refusals++ < 1
          ? `${tag} NO [${code}] Locked\r\n`
          : 'default',
    });
    const waits: RunEvent[] = [];
    account.onEvent = event => {
      if (event.event === 'waiting') waits.push(event);
      // The others are done before anything waits.
      if (event.event === 'waiting') expect(eventsOf(account, 'mailbox-done')).toHaveLength(2);
    };
    const result = await account.run({ mailboxes: 'all', layout, patience: 1_000 });
    expect(result).toMatchObject({ stored: 66, problems: [] });
    expect(examined(account)).toEqual(['INBOX', 'Second', 'Third', 'INBOX']);
    expect(waits).toMatchObject([{ cause: 'mailbox-busy' }]);
  });

  test('each time is named, and the others are archived', async () => {
    const account = await scriptedAccount({
      mailboxes,
      onCommand: ({ name, tag, line }) =>
        name === 'EXAMINE' && line.includes('INBOX') ? `${tag} NO [INUSE] Locked\r\n` : 'default',
    });
    const result = await account.run({ mailboxes: 'all', patience: 50 });
    expect(result).toMatchObject({ stored: 6, problems: [{ mailbox: 'INBOX' }] });
  });

  test.each(layouts)('after a part of it: what was stored counts once (%s)', async layout => {
    let isBroken = false;
    let refusals = 0;
    const account = await scriptedAccount({
      mailboxes,
      beforeFetchResponse: ({ uid }) => {
        if (uid !== 30 || isBroken) return undefined;
        isBroken = true;
        return { stop: { at: 0, how: 'close' } };
      },
      onCommand: ({ name, tag, line }) =>
        isBroken && name === 'EXAMINE' && line.includes('INBOX') && refusals++ < 1
          ? `${tag} NO [INUSE] Locked\r\n`
          : 'default',
    });
    const result = await account.run({ mailboxes: 'all', layout });
    expect(examined(account)).toEqual(['INBOX', 'INBOX', 'Second', 'Third', 'INBOX']);
    expect(result).toMatchObject({ stored: 66, problems: [], verdict: { stored: 66 } });
  });

  test('alone in its run ends it as before', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      onCommand: ({ name, tag }) =>
        name === 'EXAMINE' ? `${tag} NO [INUSE] Locked\r\n` : 'default',
    });
    await expect(account.run({ patience: 50 })).rejects.toMatchObject({
      failure: { kind: 'mailbox-not-found', scope: 'mailbox' },
    });
  });
});
