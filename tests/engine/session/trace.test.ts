import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { connect } from '../../../electron/engine/session/session.ts';
import { fetchOutline } from '../../../electron/engine/session/trace/fetch-outline.ts';
import { onTrace, type TraceEvent } from '../../../electron/engine/session/trace/trace.ts';
import { base64Alignments, echoes, passwords } from '../../echoes.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { startServer } from '../../servers/scripted/server.ts';
import { serverAt } from './open-connection.ts';

const letter = 'Subject: Planted-subject\r\nFrom: planted@example.org\r\n\r\nPlanted-body.\r\n';
const account: ServerOptions = {
  mailboxes: [
    { name: 'INBOX', messages: [{ bytes: letter, flags: ['\\Seen', 'keyword'] }, letter] },
    { name: 'Entwürfe', messages: [] },
  ],
};

interface Login {
  readonly password: string;
  /** What the person typed, where it is another. */
  readonly typed?: string;
}

/** All that is told of one connection, from the greeting to the goodbye. */
async function traceOf(options: ServerOptions, { password, typed = password }: Login) {
  const server = await startServer({ ...account, users: { user: password }, ...options });
  const events: TraceEvent[] = [];
  const end = onTrace(event => events.push(event));
  try {
    const session = await connect({
      server: serverAt(server.port, { timeout: 5_000 }),
      onWarning: () => undefined,
    });
    try {
      await session.login('user', typed);
      await session.list();
      await session.status(mailboxName('Entwürfe'));
      await session.examine(mailboxName('INBOX'));
      const items = ['UID', 'FLAGS', 'RFC822.SIZE', 'INTERNALDATE'] as const;
      const contents = ['ENVELOPE', 'BODYSTRUCTURE', 'BODY.PEEK[]', 'BODY.PEEK[HEADER]'] as const;
      await session.uidFetch('1:*', [...items, ...contents], () => undefined);
      session.logout();
    } catch {
      session.destroy();
    }
  } catch {
    // What a server says that makes no sense ends the connection; what was said is told all the same.
  } finally {
    end();
    await server.stop();
  }
  expect(server.faults).toEqual([]);
  return events.map(({ from, text }) => `${from} ${text}`);
}

describe('a conversation that is recorded', () => {
  test('is told as sent and received, without mail', async () => {
    const lines = await traceOf({}, { password: 'hunter2 and more' });
    const text = lines.join('\n');
    expect(lines[0]).toMatch(/^- connects to 127\.0\.0\.1, port \d+ \(none\)$/);
    expect(lines[1]).toBe('- not encrypted');
    expect(lines[2]).toMatch(/^S \* OK /);
    expect(lines).toContainEqual(expect.stringMatching(/^C A\d+ LOGIN \*\*\*$/));
    expect(lines).toContainEqual(expect.stringMatching(/^C A\d+ EXAMINE "INBOX"/));
    expect(lines).toContainEqual(expect.stringMatching(/^S \* LIST .*"Entw&APw-rfe"/));
    const fetched = lines.filter(line => /^S \* \d+ FETCH/.test(line));
    expect(fetched).toHaveLength(2);
    const size = Buffer.byteLength(letter);
    expect(fetched[0]).toMatch(/\(UID 1 FLAGS \(\\Seen keyword\) RFC822\.SIZE \d+ INTERNALDATE "/);
    expect(fetched[0]).toContain(` BODY[] {${size}}`);
    expect(fetched[0]).toMatch(/ ENVELOPE \(\d+ bytes\) BODYSTRUCTURE \(\d+ bytes\)/);
    expect(text).not.toMatch(/planted|hunter2/i);
    expect(lines.at(-1)).toBe('- closed');
  });

  test('says why a connection ended', async () => {
    const server = await startServer({ greeting: '* BYE come back later\r\n' });
    const events: TraceEvent[] = [];
    onTestFinished(onTrace(event => events.push(event)));
    const opened = connect({ server: serverAt(server.port), onWarning: () => undefined });
    await expect(opened).rejects.toThrow();
    await server.stop();
    const closed = events.filter(({ text }) => text.startsWith('closed'));
    expect(closed).toHaveLength(1);
    expect(closed[0]?.text).toMatch(/\[[a-z-]+\]$/);
  });

  test('shows no line of a message that is taken for a response', async () => {
    const lines = await traceOf(
      {
        beforeFetchResponse: ({ uid }) =>
          uid === 1
            ? { raw: `* 1 FETCH (UID 1 BODY[] {5}\r\n12345)\r\n${letter}* planted list\r\n` }
            : undefined,
      },
      { password: 'hunter2 and more' },
    );
    expect(lines.filter(line => line.includes('could not be read')).length).toBeGreaterThan(2);
    expect(lines.join('\n')).not.toMatch(/planted/i);
  });
});

const ways: Readonly<Record<string, readonly string[]>> = {
  LOGIN: ['IMAP4rev1', 'ID'],
  'LOGIN with literals at once': ['IMAP4rev1', 'LITERAL+'],
  'AUTHENTICATE PLAIN': ['IMAP4rev1', 'LOGINDISABLED', 'AUTH=PLAIN'],
  'AUTHENTICATE PLAIN at once': ['IMAP4rev1', 'LOGINDISABLED', 'AUTH=PLAIN', 'SASL-IR'],
  'AUTHENTICATE LOGIN': ['IMAP4rev1', 'LOGINDISABLED', 'AUTH=LOGIN'],
  'AUTHENTICATE LOGIN at once': ['IMAP4rev1', 'LOGINDISABLED', 'AUTH=LOGIN', 'SASL-IR'],
};

/** Where the server says it again. */
const places: Readonly<Record<string, (echo: string) => ServerOptions>> = {
  'before the answer to the login': echo => ({
    onCommand: ({ name }) =>
      /^(LOGIN|AUTHENTICATE)$/.test(name)
        ? { before: `* OK ${echo}\r\n* BAD ${echo}\r\n` }
        : 'default',
  }),
  'in the answer to the login': echo => ({
    onCommand: ({ name }) =>
      /^(LOGIN|AUTHENTICATE)$/.test(name) ? { completion: `NO [ALERT] ${echo}` } : 'default',
  }),
  'in responses of all kinds': echo => ({
    onCommand: ({ name }) =>
      name === 'EXAMINE'
        ? {
            before: [
              `* LIST () "/" "${echo.replace(/["\\]/g, '\\$&')}"`,
              `* FLAGS (${echo})`,
              `* ID ("name" "${echo.replace(/["\\]/g, '\\$&')}")`,
              `* ${echo}`,
              `* 1 FETCH (UID 1 FLAGS (${echo}))`,
              `* 1 FETCH (${echo} "${echo}")`,
              `* X-${echo} 1`,
              `* SEARCH ${echo}`,
              `* CAPABILITY ${echo}`,
              '',
            ].join('\r\n'),
          }
        : 'default',
  }),
  'as the name of a mailbox': echo => ({
    mailboxes: [{ name: 'INBOX', messages: [letter] }, { name: `Work ${echo}` }],
  }),
};

describe('a password is in no trace', () => {
  for (const [way, capabilities] of Object.entries(ways)) {
    for (const [place, optionsOf] of Object.entries(places)) {
      test(`sent by ${way}, repeated ${place}`, async () => {
        await fc.assert(
          fc.asyncProperty(
            passwords.filter(password => !/^\*+$/.test(password)),
            fc.constantFrom(...Object.keys(echoes)),
            fc.boolean(),
            async (password, form, isWrong) => {
              const echo = `<<${echoes[form]?.(password, 'user') ?? ''}>>`;
              const users = isWrong ? { user: 'another' } : { user: password };
              const options = { capabilities, users, ...optionsOf(echo) };
              const lines = await traceOf(options, { password, typed: password });
              const text = lines.join('\n');
              expect(lines).toContainEqual(expect.stringMatching(/^C A\d+ (LOGIN|AUTH\S+ \w+) \*/));
              expect(text.toLowerCase()).not.toContain(echo.toLowerCase());
              if (password.length < 8) return;
              expect(text.toLowerCase()).not.toContain(password.toLowerCase());
              for (const part of base64Alignments(password)) expect(text).not.toContain(part);
            },
          ),
          { seed: 21, numRuns: 12 },
        );
      });
    }
  }

  test('when its SASL answer comes back broken over lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 12, maxLength: 60 }).map(text => `p4${text}ž`),
        fc.integer({ min: 8, max: 76 }),
        async (password, width) => {
          const answer = Buffer.from(`\0user\0${password}`).toString('base64');
          const pieces = answer.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
          const before = pieces.map(piece => `* OK ${piece}\r\n`).join('');
          const lines = await traceOf(
            { onCommand: ({ name }) => (name === 'LOGIN' ? { before } : 'default') },
            { password },
          );
          const text = lines.join('\n');
          for (const piece of pieces) if (piece.length >= 8) expect(text).not.toContain(piece);
        },
      ),
      { seed: 22, numRuns: 20 },
    );
  });

  test('of an earlier connection either', async () => {
    await traceOf({ users: { user: 'right' } }, { password: 'wrong password 1' });
    const greeting = '* OK you were wrong password 1, d3JvbmcgcGFzc3dvcmQgMQ==\r\n';
    const lines = await traceOf({ greeting }, { password: 'right password 2' });
    expect(lines).toContain('S * OK you were ***, ***');
  });
});

describe('a FETCH response', () => {
  const value = fc.oneof(
    fc.string().map(text => `"${text.replace(/["\\\r\n]/g, '')}planted"`),
    fc.constant('("planted" NIL ("deep (planted" {7} NIL))'),
    fc.constantFrom('NIL', '{12}', '~{3}', '17', 'planted', '(planted', '"planted', '(planted\\"'),
  );
  const item = fc.tuple(
    fc.constantFrom(
      'ENVELOPE',
      'BODYSTRUCTURE',
      'BODY[]',
      'BODY[HEADER.FIELDS (PLANTED)]',
      'BODY[planted',
      'RFC822.TEXT',
      'X-GM-LABELS',
      'planted',
      'UID',
      'INTERNALDATE',
      'EMAILID',
    ),
    value,
  );

  test('shows nothing of a message, however it is damaged', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.boolean(), (items, isClosed) => {
        const text = `* 7 FETCH (${items.map(pair => pair.join(' ')).join(' ')}${isClosed ? ')' : ''}`;
        const outline = fetchOutline(text);
        expect(outline).toMatch(/^\* 7 FETCH \(/);
        expect(outline.toLowerCase()).not.toContain('planted');
      }),
      { seed: 23, numRuns: 2_000 },
    );
  });

  test('is outlined in time linear in its length', () => {
    for (const unit of ['(', '"', '\\"', 'BODY[', 'UID 1 ', 'BODY[] "a" ', '((a) ']) {
      const began = performance.now();
      fetchOutline(`* 1 FETCH (${unit.repeat(300_000)}`);
      fetchOutline(`* 1 FETCH (ENVELOPE ${unit.repeat(300_000)}`);
      expect(performance.now() - began, unit).toBeLessThan(5_000);
    }
  });
});
