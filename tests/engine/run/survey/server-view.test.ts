import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunRequest } from '../../../../shared/model/run.ts';
import type { ServerOptions } from '../../../servers/scripted/options.ts';
import type { ScriptedServer } from '../../../servers/scripted/server.ts';
import { numbered } from '../test-account.ts';
import { messageFiles, runsOnScripted } from '../whole-runs.ts';

/**
 * Whatever a server says of what changed, each message that it has is archived by the next run, what is
 * gone is counted as gone, and a message that comes or goes in the meantime is no alarm.
 */
const layouts: readonly Partial<RunRequest>[] = [
  { layout: 'flat', extension: '.txt' },
  { layout: 'folders', extension: '.eml' },
];
const basic = ['IMAP4rev1', 'ENABLE', 'UIDPLUS', 'ID', 'NAMESPACE', 'LIST-EXTENDED', 'ESEARCH'];
const extensions: Record<string, readonly string[]> = {
  none: ['IMAP4rev1'],
  'LIST-STATUS': [...basic, 'LIST-STATUS'],
  CONDSTORE: [...basic, 'LIST-STATUS', 'CONDSTORE'],
  'CONDSTORE without LIST-STATUS': [...basic, 'CONDSTORE'],
  QRESYNC: [...basic, 'LIST-STATUS', 'CONDSTORE', 'QRESYNC'],
  'QRESYNC without LIST-STATUS': [...basic, 'CONDSTORE', 'QRESYNC'],
};
const late = (name: string) =>
  `Subject: ${name}\r\nMessage-ID: <${name}@example.org>\r\n\r\n${name}\r\n`;

function onServer(server: ScriptedServer): string[] {
  const box = server.mailbox('INBOX');
  return box.uids.map(uid => String(box.message(uid).bytes)).sort();
}

const whole = { unnamed: 0, missing: 0, problems: [] };

describe.each(layouts)('$layout', request => {
  const { mailbox, texts } = numbered(6);

  async function start(options: ServerOptions = {}) {
    const runs = await runsOnScripted({ mailboxes: [mailbox], ...options });
    const stored = () => Object.values(messageFiles(runs.folder)).sort();
    return { ...runs, stored, run: () => runs.run(request) };
  }

  /** A second run after the change leaves the account whole, and a third finds nothing. */
  async function expectWhole(
    { run, server, stored }: Awaited<ReturnType<typeof start>>,
    before: readonly string[],
  ) {
    const now = onServer(server);
    const gone = before.filter(text => !now.includes(text));
    const second = await run();
    expect(stored()).toEqual([...now, ...gone].sort());
    expect(second.report('INBOX')).toMatchObject({
      ...whole,
      onServer: now.length,
      archived: now.length,
      gone: gone.length,
    });
    expect(second.events.filter(({ event }) => event === 'warning')).toEqual([]);
    expect((await run()).result.stored).toBe(0);
  }

  test.each(Object.keys(extensions))(
    'one expunged, one arrived with a mod-sequence that is not above the known: %s',
    async name => {
      const account = await start({ capabilities: extensions[name] ?? [] });
      await account.run();
      const box = account.server.mailbox('INBOX');
      box.highestModseq = 0n;
      box.append(late('late'));
      box.expunge(2);
      box.vanished.length = 0;
      await expectWhole(account, texts);
    },
  );

  test('any changes, told in any way or not at all', { timeout: 180_000 }, async () => {
    const change = fc.oneof(
      fc.record({ append: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ expunge: fc.nat(20) }),
      fc.record({ seen: fc.nat(20) }),
    );
    const lie = fc.record({
      modseq: fc.constantFrom('true', 'frozen', 'lower', 'zero'),
      vanished: fc.constantFrom('told', 'forgotten', 'everything'),
      uidNext: fc.constantFrom('true', 'never', 'zero'),
      search: fc.constantFrom('true', 'refused', 'capped', 'everything'),
    });
    const offered = fc.constantFrom(...Object.keys(extensions));
    await fc.assert(
      fc.asyncProperty(
        offered,
        fc.array(change, { maxLength: 6 }),
        lie,
        async (name, changes, lies) => {
          let changed = false;
          const account = await start({
            capabilities: extensions[name] ?? [],
            ...(lies.search === 'capped' && { searchLimit: 2 }),
            onCommand: ({ name: command, tag }) => {
              if (command === 'UID SEARCH' && lies.search === 'refused') return `${tag} NO no\r\n`;
              if (command === 'UID SEARCH' && lies.search === 'everything') {
                return `* ESEARCH (TAG "${tag}") UID ALL 1:4294967295\r\n${tag} OK\r\n`;
              }
              if (command === 'EXAMINE' && changed && lies.vanished === 'everything') {
                return { before: '* VANISHED (EARLIER) 1:4294967295\r\n' };
              }
              return 'default';
            },
          });
          const box = account.server.mailbox('INBOX');
          if (lies.uidNext !== 'true') box.reportedUidNext = lies.uidNext === 'zero' ? 0 : null;
          if (lies.modseq === 'zero') box.highestModseq = 0n;
          else box.highestModseq = 50n;
          await account.run();
          const known = box.highestModseq;
          for (const [index, each] of changes.entries()) {
            const uid = box.uids['expunge' in each ? each.expunge % box.uids.length : 0];
            if ('append' in each) {
              for (let n = 0; n < each.append; n += 1) box.append(late(`${index}-${n}`));
            } else if (uid !== undefined && 'expunge' in each) box.expunge(uid);
            else if (uid !== undefined) box.setFlags(uid, ['\\Seen']);
          }
          if (lies.modseq === 'frozen') box.highestModseq = known;
          if (lies.modseq === 'lower') box.highestModseq = 3n;
          if (lies.modseq === 'zero') box.highestModseq = 0n;
          if (lies.vanished !== 'told') box.vanished.length = 0;
          changed = true;
          await expectWhole(account, texts);
        },
      ),
      { seed: 10, numRuns: 10, endOnFailure: true },
    );
  });

  test('a server without UIDNEXT is not listed again by each run, and gone is counted', async () => {
    const account = await start({
      capabilities: extensions['CONDSTORE without LIST-STATUS'] ?? [],
    });
    const box = account.server.mailbox('INBOX');
    box.reportedUidNext = null;
    await account.run();
    box.expunge(2, 3);
    expect((await account.run()).report('INBOX')).toMatchObject({ ...whole, onServer: 4, gone: 2 });
    const lines = await account.linesOf(account.run);
    expect(lines.filter(line => /1:\*/.test(line) && !/CHANGEDSINCE/.test(line))).toEqual([]);
    expect(lines.filter(line => line.includes('UID SEARCH'))).toHaveLength(1);
  });

  test.each(['UID SEARCH', 'UID FETCH'])(
    'three expunged before %s is answered are gone, not missing',
    async command => {
      let isFirst = true;
      const account = await start({
        onCommand: ({ name, line }) => {
          if (name !== command || !isFirst || /FETCH 1:\*/.test(line)) return 'default';
          isFirst = false;
          account.server.mailbox('INBOX').expunge(1, 4, 6);
          return 'default';
        },
      });
      const { report, result } = await account.run();
      expect(report('INBOX')).toMatchObject({ ...whole, onServer: 3, archived: 3 });
      expect(result.problems).toEqual([]);
      expect(account.stored()).toEqual(onServer(account.server));
      expect((await account.run()).report('INBOX')).toMatchObject({ ...whole, onServer: 3 });
    },
  );

  test('one gone behind LIST, one come before STATUS is asked again', async () => {
    const changing = await start({
      onCommand: ({ name }) => {
        const living = changing.server.mailbox('INBOX');
        if (name === 'EXAMINE') living.expunge(1);
        if (name === 'STATUS') living.append(late('second'));
        return 'default';
      },
    });
    expect((await changing.run()).report('INBOX')).toMatchObject({ ...whole, missing: 0 });
  });

  test('a server that says NO to what is expunged', async () => {
    const account = await start({
      onCommand: ({ name, tag, line }) => {
        const box = account.server.mailbox('INBOX');
        if (name !== 'UID FETCH' || !line.includes('BODY')) return 'default';
        if (box.has(4)) box.expunge(4);
        const set = /UID FETCH (\S+)/.exec(line)?.[1] ?? '';
        const covers = set.split(',').some(range => {
          const [from = 0, to = from] = range.split(':').map(Number);
          return from <= 4 && 4 <= to;
        });
        return covers ? `${tag} NO Some of the messages no longer exist\r\n` : 'default';
      },
    });
    expect((await account.run()).report('INBOX')).toMatchObject({
      ...whole,
      onServer: 5,
      archived: 5,
    });
  });

  test('STATUS that counts more than can be opened is told', async () => {
    const account = await start({
      onCommand: ({ name, tag }) =>
        name === 'STATUS' ? `* STATUS INBOX (MESSAGES 100)\r\n${tag} OK\r\n` : listing(name, tag),
    });
    const listing = (name: string, tag: string) =>
      name === 'LIST'
        ? `* LIST () "/" INBOX\r\n* STATUS INBOX (MESSAGES 100 UIDNEXT 101 UIDVALIDITY 1)\r\n${tag} OK\r\n`
        : 'default';
    const { report, events } = await account.run();
    expect(report('INBOX')).toMatchObject({ onServer: 100, unnamed: 94, archived: 6, missing: 0 });
    expect(events.filter(({ event }) => event === 'warning')).toMatchObject([
      { message: expect.stringMatching(/100 messages, but lists only 6/) },
    ]);
  });

  test('a VANISHED of everything while a run goes on', async () => {
    const account = await start({
      onCommand: ({ name }) =>
        name === 'UID SEARCH' ? { before: '* VANISHED 1:4294967295\r\n' } : 'default',
    });
    expect((await account.run()).report('INBOX')).toMatchObject({
      ...whole,
      onServer: 6,
      archived: 6,
    });
  });
});
