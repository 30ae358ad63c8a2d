import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { layoutArguments, layoutNow, test } from '../both-layouts.ts';
import { base64Alignments } from '../echoes.ts';
import { mailstowAccount } from '../mailstow/account.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../servers/dovecot.ts';
import { imapcl, mailstow, Workplace } from './run-process.ts';
import { cleanUpAfterEach, setUp } from './scripted-account.ts';

cleanUpAfterEach();

const missing = dovecotMissing();

describe('--trace FILE', () => {
  test('has the conversation of a run, and no mail', async () => {
    const { run, place } = await setUp();
    const trace = join(place.folder, 'logs', 'trace.log');
    expect((await run('--trace', trace)).code).toBe(0);
    const text = readFileSync(trace, 'utf8');
    expect(text).toMatch(/Z 1 C A\d+ LOGIN \*\*\*\n/);
    expect(text).toMatch(/Z 1 S \* \d FETCH \(.*UID 4 .*BODY\[\] \{\d+\}/);
    expect(text).not.toMatch(/secret|Subject|Body of/);
    expect(statSync(trace).mode & 0o777).toBe(0o600);
  });

  test('that cannot be written ends the run before it begins', async () => {
    const { run, place, server } = await setUp();
    const ended = await run('--trace', place.folder);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('can’t write the trace');
    expect(server.connections).toEqual([]);
  });

  test('is one of mailstow too, where it connects', async () => {
    const { archive, run, access, place } = await mailstowAccount();
    const [first, second] = ['one.log', 'two.log'].map(name => join(place.folder, name));
    expect((await archive('--trace', `${first}`)).code).toBe(0);
    expect((await run(['verify', place.out, ...access, '--trace', `${second}`])).code).toBe(0);
    for (const file of [first, second]) {
      const text = readFileSync(`${file}`, 'utf8');
      expect(text).toMatch(/ C A\d+ EXAMINE "INBOX"/);
      expect(text).not.toContain('secret');
    }
    const alone = await run(['verify', place.out, '--trace', `${second}`]);
    expect(alone.code).toBe(2);
    expect(alone.stderr).toContain('--server is missing');
  });
});

describe.skipIf(missing)(`with a real server${missing ? ` (left out: ${missing})` : ''}`, () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.stop());

  // LOGIN carries the first; the second goes by AUTHENTICATE PLAIN, as LOGIN is not defined for it.
  for (const [way, right, wrong] of [
    ['LOGIN', 'Right-horse 1 "battery"', 'Wrong-horse 2 \\staple'],
    ['AUTHENTICATE PLAIN', 'Správně-kůň 1', 'Špatně-kůň 2'],
  ] as const) {
    test(`neither the right nor the wrong password is in it: ${way}`, async () => {
      const user = await dovecot.user({ password: right });
      await dovecot.deliver(user, 'INBOX', {
        bytes: Buffer.from('Subject: Plan\r\n\r\nText.\r\n'),
      });
      const texts: string[] = [];
      for (const [password, code] of [
        [wrong, 16],
        [right, 0],
      ] as const) {
        const place = await Workplace.make(user.name, password);
        const server = ['127.0.0.1', '-p', `${dovecot.ports.imap}`, '-a', place.authFile];
        const trace = join(place.folder, 'trace.log');
        const into = ['-o', place.out, ...layoutArguments()];
        expect((await imapcl([...server, ...into, '--trace', trace])).code).toBe(code);
        texts.push(readFileSync(trace, 'utf8'));
        const env = { MAIL_PASSWORD: password, MAILSTOW_CONFIG: join(place.folder, 'config') };
        const access = ['--server', '127.0.0.1', '--port', `${dovecot.ports.imap}`];
        const login = [
          '--security',
          'none',
          '--user',
          user.name,
          '--password-variable',
          'MAIL_PASSWORD',
        ];
        const again = ['--layout', layoutNow(), '--folder', place.out, '--trace', trace];
        expect((await mailstow(['archive', ...access, ...login, ...again], { env })).code).toBe(
          code,
        );
        texts.push(readFileSync(trace, 'utf8'));
        await place.remove();
      }
      const text = texts.join('\n');
      expect(text).toMatch(new RegExp(` C A\\d+ ${way} \\*\\*\\*`));
      expect(text).toMatch(/ S A\d+ NO \[AUTHENTICATIONFAILED\]/);
      expect(text).toMatch(/ S \* 1 FETCH \(.*\{\d+\}/);
      expect(text).not.toMatch(/Subject|Plan\b/);
      for (const password of [right, wrong]) {
        expect(text).not.toContain(password);
        for (const part of base64Alignments(password)) expect(text).not.toContain(part);
      }
    });
  }
});
