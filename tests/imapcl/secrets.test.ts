import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runImapcl } from '../../electron/cli/run-imapcl.ts';
import { echoes, passwords } from '../echoes.ts';
import type { CommandAnswer, ReceivedCommand, ServerOptions } from '../servers/scripted/options.ts';
import { startServer } from '../servers/scripted/server.ts';

const message = 'Subject: One\r\n\r\nBody.\r\n';
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const when = (
  name: string,
  answer: (command: ReceivedCommand) => CommandAnswer,
): ServerOptions => ({
  onCommand: command => (command.name === name ? answer(command) : 'default'),
});

/** Where a server can repeat a password in words for people. */
const inWords: Readonly<Record<string, (echo: string) => ServerOptions>> = {
  'NO to the login': echo =>
    when('LOGIN', () => ({ completion: `NO [AUTHENTICATIONFAILED] ${echo}` })),
  'BAD to the login': echo => when('LOGIN', () => ({ completion: `BAD ${echo}` })),
  'an ALERT': echo => when('EXAMINE', () => ({ before: `* OK [ALERT] ${echo}\r\n` })),
  'NO to EXAMINE': echo => when('EXAMINE', ({ tag }) => `${tag} NO ${echo}\r\n`),
  'BAD to EXAMINE': echo => when('EXAMINE', ({ tag }) => `${tag} BAD ${echo}\r\n`),
  'a response code': echo => when('EXAMINE', ({ tag }) => `${tag} NO [LIMIT ${echo}] no\r\n`),
  'NO to UID FETCH': echo => when('UID FETCH', ({ tag }) => `${tag} NO [SERVERBUG] ${echo}\r\n`),
  'untagged OK': echo => when('UID FETCH', () => ({ before: `* OK ${echo}\r\n` })),
  'BYE to LIST': echo => when('LIST', () => [Buffer.from(`* BYE ${echo}\r\nA99 OK ${echo}\r\n`)]),
  ID: echo => when('ID', ({ tag }) => `* ID ("name" ${quoted(echo)})\r\n${tag} OK ${echo}\r\n`),
  'a line that cannot be read': echo =>
    when('UID FETCH', () => ({ before: `* 1 FETCH (UID BOGUS ${echo}\r\n* LIST (${echo}\r\n` })),
  'a tag that was not given': echo => when('UID FETCH', () => `Z9 NO ${echo}\r\n`),
};

/** Where the archive keeps what the server says; see Secrets.name. */
const inNames: Readonly<Record<string, (echo: string) => ServerOptions>> = {
  'the name of a mailbox': echo => ({
    mailboxes: [
      { name: 'INBOX', messages: [message] },
      { name: `Work ${echo}`, messages: [message] },
    ],
  }),
  'a flag': echo => ({
    mailboxes: [{ name: 'INBOX', messages: [{ bytes: message, flags: [`k-${echo}`] }] }],
  }),
};

/** All that one run leaves: what it prints, and names and contents of its files but for messages, the trace with them. */
async function tracesOf(options: ServerOptions, password: string, layout: 'flat' | 'folders') {
  const server = await startServer({
    mailboxes: [{ name: 'INBOX', messages: [message, message] }],
    users: { user: password },
    ...options,
  });
  const place = mkdtempSync(join(tmpdir(), 'mailstow-secrets-'));
  const authFile = join(place, 'auth_file');
  writeFileSync(authFile, `username = user\npassword = ${password}\n`, { mode: 0o600 });
  const printed: string[] = [];
  const stream = { write: (text: string) => printed.push(text) };
  const folder = join(place, 'out');
  const trace = join(place, 'trace.log');
  const run = (...more: string[]) =>
    runImapcl(
      ['127.0.0.1', '-p', `${server.port}`, '-a', authFile, '-o', folder, ...more].concat(
        '--all-mailboxes',
        '--layout',
        layout,
        '--connections',
        '1',
        '--timeout',
        '2',
        '--trace',
        trace,
      ),
      { stdout: stream, stderr: stream },
      new AbortController().signal,
    );
  try {
    await run();
    await run('--json');
    const files = filesIn(folder);
    const contents = files.map(path => readFileSync(join(folder, path), 'utf8'));
    const said = readFileSync(trace, 'utf8');
    return [...printed, said, ...files, ...contents].filter(text => text !== message);
  } finally {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
    expect(server.faults).toEqual([]);
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1));
  } catch {
    return [];
  }
}

/** As it is, and as it stands in JSON. */
function expectNo(echo: string, traces: readonly string[]): void {
  const told = traces.join('\n').toLowerCase();
  expect(told.length).toBeGreaterThan(0);
  expect(told).not.toContain(echo.toLowerCase());
  expect(told).not.toContain(JSON.stringify(echo).slice(1, -1).toLowerCase());
}

describe('a password that the server repeats is nowhere', () => {
  const layouts = fc.constantFrom('flat', 'folders');
  for (const [place, serverOf] of Object.entries(inWords)) {
    test(`when it stands in ${place}`, { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(
          passwords,
          fc.constantFrom(...Object.keys(echoes)),
          layouts,
          async (password, form, layout) => {
            const echo = echoes[form]?.(password, 'user') ?? '';
            const traces = await tracesOf(serverOf(`<<${echo}>>`), password, layout);
            expectNo(`<<${echo}>>`, traces);
            if (password.length >= 8) expectNo(password, traces);
          },
        ),
        { seed: 11, numRuns: 4 },
      );
    });
  }

  const inAtoms = fc
    .string({ unit: fc.constantFrom(...'abcXYZ0189!$,;=?~'), minLength: 8, maxLength: 20 })
    .map(text => `p4${text}`);
  for (const [place, serverOf] of Object.entries(inNames)) {
    test(`when it stands in ${place}`, { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(
          inAtoms,
          fc.constantFrom('plain', 'for a URL', 'base64', 'SASL PLAIN'),
          layouts,
          async (password, form, layout) => {
            const echo = echoes[form]?.(password, 'user').replaceAll('%', '=') ?? '';
            const traces = await tracesOf(serverOf(echo), password, layout);
            expectNo(echo, traces);
            expectNo(encodeURIComponent(echo), traces);
            expectNo(password, traces);
          },
        ),
        { seed: 12, numRuns: 6 },
      );
    });
  }
});
