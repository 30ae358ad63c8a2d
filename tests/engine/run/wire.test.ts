import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../../servers/dovecot.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { accountAt, numbered } from './test-account.ts';
import { runsOnScripted, runWhole } from './whole-runs.ts';

/** Each extension by the exchange itself: an outcome alone would not tell that a call was lost. */
const { mailbox } = numbered(6);
const late = 'Subject: Late\r\nMessage-ID: <late@example.org>\r\n\r\nLate.\r\n';

/** What two runs send, the second after one message more and one less. */
async function twoRuns(capabilities: readonly string[], options: ServerOptions = {}) {
  const account = await runsOnScripted({ mailboxes: [mailbox], capabilities, ...options });
  const first = await account.linesOf(account.run);
  const box = account.server.mailbox('INBOX');
  box.append(late);
  box.expunge(2);
  const second = await account.linesOf(async () => {
    const { result, report } = await account.run();
    expect(result).toMatchObject({ stored: 1, problems: [] });
    expect(report('INBOX')).toMatchObject({ onServer: 6, missing: 0, unnamed: 0, gone: 1 });
  });
  return { first, second, ...account };
}

function from(lines: readonly string[], ...commands: readonly string[]): string[] {
  return lines.filter(line => commands.some(command => line.startsWith(command)));
}

const plain = ['IMAP4rev1'];

describe('on the wire', () => {
  test('no extension: nothing of them is sent', async () => {
    const { first, second } = await twoRuns(plain);
    const lines = [...first, ...second].join('\n');
    expect(lines).not.toMatch(
      /ENABLE|RETURN|CONDSTORE|QRESYNC|^ID|NAMESPACE|CHANGEDSINCE|\{\d+\+\}/m,
    );
    expect(from(second, 'UID FETCH 1:* (UID FLAGS)')).toHaveLength(1);
  });

  test('ENABLE and QRESYNC, sent ahead of what relies on them', async () => {
    const { first, second } = await twoRuns([...plain, 'ENABLE', 'CONDSTORE', 'QRESYNC']);
    expect(first.slice(0, 2)).toEqual([expect.stringMatching(/^LOGIN/), 'ENABLE QRESYNC']);
    expect(from(first, 'EXAMINE')).toEqual(['EXAMINE "INBOX" (CONDSTORE)']);
    expect(from(second, 'EXAMINE')).toEqual(['EXAMINE "INBOX" (QRESYNC (1 1))']);
    expect(from(second, 'UID FETCH 1:*')).toEqual([]);
  });

  test.each<[string, ServerOptions['onCommand']]>([
    ['NO to ENABLE', ({ name, tag }) => (name === 'ENABLE' ? `${tag} NO no\r\n` : 'default')],
    ['BAD to ENABLE', ({ name, tag }) => (name === 'ENABLE' ? `${tag} BAD no\r\n` : 'default')],
    [
      'BAD to EXAMINE with parameters',
      ({ line, tag }) => (/EXAMINE .*\(/.test(line) ? `${tag} BAD no\r\n` : 'default'),
    ],
  ])('%s: goes on without', async (_what, onCommand) => {
    const capabilities = [...plain, 'ENABLE', 'CONDSTORE', 'QRESYNC'];
    await twoRuns(capabilities, { ...(onCommand && { onCommand }) });
  });

  test('CONDSTORE without QRESYNC', async () => {
    const { first, second } = await twoRuns([...plain, 'ENABLE', 'CONDSTORE']);
    expect(from(first, 'ENABLE')).toEqual(['ENABLE CONDSTORE']);
    expect(from(second, 'EXAMINE')).toEqual(['EXAMINE "INBOX" (CONDSTORE)']);
    expect(from(second, 'UID FETCH 1:*')).toEqual(['UID FETCH 1:* (UID FLAGS) (CHANGEDSINCE 1)']);
  });

  test('CONDSTORE without ENABLE', async () => {
    const { first, second } = await twoRuns([...plain, 'CONDSTORE']);
    expect(from(first, 'ENABLE')).toEqual([]);
    expect(from(second, 'UID FETCH 1:*')).toEqual(['UID FETCH 1:* (UID FLAGS) (CHANGEDSINCE 1)']);
  });

  test('ESEARCH', async () => {
    const { first } = await twoRuns([...plain, 'ESEARCH']);
    expect(from(first, 'UID SEARCH')).toEqual(['UID SEARCH RETURN (ALL COUNT) UID 1:*']);
  });

  test('LIST-EXTENDED with SPECIAL-USE, and LIST-STATUS', async () => {
    const { first } = await twoRuns([...plain, 'LIST-EXTENDED', 'SPECIAL-USE']);
    expect(from(first, 'LIST')).toEqual(['LIST "" "*" RETURN (SPECIAL-USE)']);
    const both = await twoRuns([...plain, 'LIST-EXTENDED', 'LIST-STATUS', 'CONDSTORE']);
    expect(from(both.first, 'LIST')).toEqual([
      'LIST "" "*" RETURN (STATUS (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ))',
    ]);
    const third = await both.linesOf(both.run);
    expect(from(third, 'EXAMINE', 'UID')).toEqual([]);
  });

  test('STATUS=SIZE: bytes are asked for with the list', async () => {
    const { first } = await twoRuns([...plain, 'LIST-EXTENDED', 'LIST-STATUS', 'STATUS=SIZE']);
    expect(from(first, 'LIST')).toEqual([
      'LIST "" "*" RETURN (STATUS (MESSAGES UIDNEXT UIDVALIDITY SIZE))',
    ]);
  });

  test('COMPRESS, PARTIAL, UIDONLY: offered, and left alone', async () => {
    const { first, second } = await twoRuns([...plain, 'COMPRESS=DEFLATE', 'PARTIAL', 'UIDONLY']);
    expect([...first, ...second].join('\n')).not.toMatch(/COMPRESS|PARTIAL|UIDONLY|ENABLE/);
  });

  test.each([
    ['LITERAL+', '{4+}'],
    ['LITERAL-', '{4+}'],
    ['ID', '{4}'],
  ])('%s: a name that needs a literal goes as %s', async (name, literal) => {
    const rawName = Buffer.from('M\xfcll', 'latin1');
    const { run, linesOf } = await runsOnScripted({
      mailboxes: [{ name: 'INBOX' }, { ...mailbox, name: 'Müll', rawName }],
      capabilities: [...plain, name],
    });
    const lines = await linesOf(async () => expect((await run()).result.stored).toBe(6));
    expect(from(lines, 'EXAMINE')[1]).toMatch(
      new RegExp(`^EXAMINE \\${literal.replace('+', '\\+')}`),
    );
  });

  test('SASL-IR', async () => {
    const login = async (capabilities: readonly string[]) =>
      from((await twoRuns(capabilities)).first, 'AUTHENTICATE');
    const sasl = [...plain, 'AUTH=PLAIN', 'LOGINDISABLED'];
    expect(await login([...sasl, 'SASL-IR'])).toEqual(['AUTHENTICATE PLAIN ***']);
    expect(await login(sasl)).toEqual(['AUTHENTICATE PLAIN']);
  });

  test('ID, NAMESPACE', async () => {
    const { first } = await twoRuns([...plain, 'ID', 'NAMESPACE']);
    expect(from(first, 'ID')).toEqual([expect.stringMatching(/^ID \("name" "Mailstow"/)]);
    expect(from(first, 'NAMESPACE')).toEqual(['NAMESPACE']);
  });

  test('PREAUTH: no login is sent, and ENABLE all the same', async () => {
    const capabilities = [...plain, 'ENABLE', 'CONDSTORE', 'QRESYNC'];
    const { first } = await twoRuns(capabilities, { greeting: '* PREAUTH welcome\r\n' });
    expect(from(first, 'LOGIN', 'AUTHENTICATE')).toEqual([]);
    expect(from(first, 'ENABLE')).toEqual(['ENABLE QRESYNC']);
  });

  test('a server of IMAP4rev2 alone', async () => {
    const { first, second } = await twoRuns(['IMAP4rev2', 'AUTH=PLAIN']);
    expect(from(first, 'ENABLE')).toEqual(['ENABLE IMAP4REV2']);
    expect(from(first, 'UID SEARCH')).toEqual(['UID SEARCH RETURN (ALL COUNT) UID 1:*']);
    expect(from(second, 'LIST')[0]).toContain('RETURN (SPECIAL-USE STATUS (');
  });

  test('OBJECTID and X-GM-EXT-1 are what messages of an all-mail mailbox are recognised by', async () => {
    const all = { name: 'All', attributes: ['\\All'], messages: mailbox.messages };
    for (const [name, item] of [
      ['OBJECTID', 'EMAILID'],
      ['X-GM-EXT-1', 'X-GM-MSGID X-GM-LABELS'],
    ] as const) {
      const { run, linesOf } = await runsOnScripted({
        mailboxes: [mailbox, all],
        capabilities: [...plain, 'LIST-EXTENDED', 'SPECIAL-USE', name],
      });
      const lines = await linesOf(run);
      expect(lines.filter(line => line.includes(`(UID ${item})`))).toHaveLength(2);
    }
  });

  test('names in UTF-8 in one run and in modified UTF-7 in the other: nothing is fetched twice', async () => {
    const utf8 = [...plain, 'ENABLE', 'UTF8=ONLY', 'UTF8=ACCEPT'];
    let capabilities: readonly string[] = plain;
    const name = 'Entwürfe/日本語';
    const options: ServerOptions = {
      mailboxes: [{ name: 'INBOX' }, { ...mailbox, name }],
      get capabilities() {
        return capabilities;
      },
    };
    for (const layout of ['flat', 'folders'] as const) {
      capabilities = plain;
      // Not spread, or the getter would be read once.
      const { run, linesOf } = await runsOnScripted(options);
      expect((await run({ layout })).result.stored).toBe(6);
      capabilities = utf8;
      const lines = await linesOf(async () =>
        expect((await run({ layout })).result).toMatchObject({ stored: 0, problems: [] }),
      );
      expect(lines.slice(1, 2)).toEqual(['ENABLE UTF8=ACCEPT']);
      expect(from(lines, 'EXAMINE').join()).toContain('日本語');
      capabilities = plain;
      expect((await run({ layout })).result).toMatchObject({ stored: 0, problems: [] });
    }
  });
});

describe.skipIf(dovecotMissing())('on the wire of Dovecot', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.stop());

  /** A relay that keeps what both sides say. */
  async function recorded(port: number) {
    const wire = { sent: '', received: '' };
    const net = createServer(client => {
      const server = connect(port, '127.0.0.1');
      client.on('data', chunk => {
        wire.sent += chunk.toString('latin1');
      });
      server.on('data', chunk => {
        wire.received += chunk.toString('latin1');
      });
      for (const socket of [client, server]) socket.on('error', () => socket.destroy());
      client.pipe(server).pipe(client);
    });
    net.listen(0, '127.0.0.1');
    await once(net, 'listening');
    onTestFinished(() => void net.close());
    const address = net.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { wire, port: address.port };
  }

  test.each([
    { layout: 'flat', extension: '.txt' },
    { layout: 'folders', extension: '.eml' },
  ] as const)('ENABLE QRESYNC, and VANISHED after deletions: $layout', async how => {
    const user = await dovecot.user();
    const messages = Array.from({ length: 8 }, (_, seed) => ({
      bytes: generateMessage(seed, { median: 1000, least: 600, greatest: 3000 }),
    }));
    await dovecot.deliver(user, 'INBOX', ...messages);
    const { wire, port } = await recorded(dovecot.ports.imap);
    const account = accountAt({ port }, { user: user.name, password: user.password });
    expect((await runWhole(account, how)).result.stored).toBe(8);
    expect(wire.sent).toMatch(/ ENABLE QRESYNC\r\n/);
    expect(wire.received).toMatch(/\* ENABLED QRESYNC/);

    await dovecot.doveadm('expunge', '-u', user.name, 'mailbox', 'INBOX', 'uid', '3:5');
    await dovecot.doveadm(
      'flags',
      'add',
      '-u',
      user.name,
      '\\Flagged',
      'mailbox',
      'INBOX',
      'uid',
      '7',
    );
    Object.assign(wire, { sent: '', received: '' });
    const second = await runWhole(account, how);
    expect(second.report('INBOX')).toMatchObject({ onServer: 5, archived: 5, missing: 0, gone: 3 });
    expect(wire.sent).toMatch(/ EXAMINE "INBOX" \(QRESYNC \(\d+ \d+\)\)\r\n/);
    expect(wire.received).toMatch(/\* VANISHED \(EARLIER\) 3:5\r\n/);
    expect(wire.received).toMatch(/\* 4 FETCH \(UID 7 FLAGS \([^)]*\\Flagged/);
    expect(wire.sent).not.toMatch(/UID FETCH 1:\*/);
  });
});
