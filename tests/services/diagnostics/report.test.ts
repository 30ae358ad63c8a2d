import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MailstowError, toFailure } from '../../../electron/engine/errors.ts';
import { logPath } from '../../../electron/log/log.ts';
import { openLog } from '../../../electron/log/log-file.ts';
import { logRun, sentences } from '../../../electron/log/run-log.ts';
import { withoutNames } from '../../../electron/log/without-names.ts';
import { Passwords } from '../../../electron/services/accounts/passwords.ts';
import { Profiles } from '../../../electron/services/accounts/profiles.ts';
import { noVault } from '../../../electron/services/accounts/vault.ts';
import { diagnosticReport } from '../../../electron/services/diagnostics/diagnostic-report.ts';
import { Events } from '../../../electron/services/events.ts';
import { Preferences } from '../../../electron/services/preferences.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import { aRun } from '../../a-run.ts';
import { aProfile } from '../accounts/a-profile.ts';
import { withAccount } from '../an-app.ts';
import { nobody } from '../nobody.ts';

/** A word that is nowhere by chance. */
const planted = fc
  .tuple(fc.constantFrom('Zq', 'žQ', '日z'), fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map(([first, rest]) => `${first}${rest}`.trim())
  .filter(
    text => text.isWellFormed() && !/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/.test(text),
  );

/** Names as people give them, also such as look like what the log says itself. */
const nameLike = planted.chain(word =>
  fc
    .constantFrom(
      word,
      `${word}/Work`,
      `${word}: renumbered by the server, 5 renamed`,
      `${word}: done, stored 1 message, ${word} B`,
      `message 5: ${word} [${word}]`,
      `${word} (TLSv1.3, ${word})`,
      `Mailstow 1 archives ${word}`,
      `TypeError: ${word}\n    at ${word} (${word}:1:1)`,
    )
    .map(name => ({ word, name })),
);

interface Scene {
  readonly user: string;
  readonly host: string;
  readonly folder: string;
  readonly mailbox: string;
  readonly subject: string;
  readonly words: string;
  readonly password: string;
}

/** The report about an account, its failed run and its log, in all of which the scene's names stand. */
async function reportsOn(scene: Scene): Promise<{ discreet: string; named: string }> {
  const { user, host, folder, mailbox, subject, words, password } = scene;
  const userData = mkdtempSync(join(tmpdir(), 'mailstow-report-'));
  try {
    const profiles = new Profiles(userData);
    const server = { host, port: 993, security: 'tls' } as const;
    const about = { user, email: `${user}@example.org`, server, leftOut: [mailbox], folder };
    const { id } = profiles.save(undefined, aProfile(about));
    const credentials = new Passwords(noVault);
    await credentials.keep(id, password, false);
    const log = openLog(join(userData, ...logPath));
    const request = {
      server: { ...server, timeout: 1, connectTimeout: 1 },
      credentials: { user, password: 'another' },
      folder,
      layout: 'folders',
    } as Partial<RunRequest> as RunRequest;
    const run = logRun(log, request);
    const failure = {
      kind: 'message-not-stored',
      code: 'message-file-unreadable',
      scope: 'message',
      message: `The file ${folder}/2024-01-01 ${subject}.eml of ${mailbox} is damaged: ${password}.`,
      nextStep: 'Look.',
      serverText: words,
      mailbox,
      uid: 7,
    } as const;
    run.event({ event: 'connected', host, security: 'TLSv1.3, TLS_AES_256_GCM_SHA384' });
    run.event({ event: 'renamed', mailbox, count: 3 } as Parameters<typeof run.event>[0]);
    run.event({ event: 'waiting', cause: 'pause-asked', reason: words, milliseconds: 5_000 });
    run.event({ event: 'warning', message: `${subject}: ${words}` });
    run.event({ event: 'warning', message: words });
    run.event({ event: 'problem', failure });
    run.done({ stored: 3, storedBytes: 1_000, problems: [failure] });
    log.error(`Ended early: ${sentences(failure)}`);
    const cause = new Error(`ENOSPC: no space left on device, write '${folder}/${subject}'`);
    toFailure(new MailstowError('disk-full-reading', { args: { path: words }, cause }));
    log.close();
    // Whatever got in before the password was known, and what is no entry at all.
    appendFileSync(
      join(userData, ...logPath),
      `2026-01-01T00:00:00.000Z warn: ${password}\n${subject}\n${mailbox}`,
    );
    const preferences = new Preferences(userData, new Events());
    const state = aRun({ accountId: id, state: 'failed', failure, problems: [failure] });
    const runs = { list: () => [state] };
    const sources = { userData, host: nobody, profiles, credentials, preferences, runs };
    const window = 'A browser';
    return {
      discreet: await diagnosticReport(sources, { named: false, window }),
      named: await diagnosticReport(sources, { named: true, window }),
    };
  } finally {
    rmSync(userData, { recursive: true, force: true });
  }
}

describe('a diagnostic report', () => {
  test('has no name unless the person wishes it, and no password either way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          user: planted,
          host: planted,
          folder: nameLike,
          mailbox: nameLike,
          subject: nameLike,
          words: nameLike,
          password: fc.string({ minLength: 8, maxLength: 20 }).map(text => `pW4${text.trim()}x`),
        }),
        async ({ folder, mailbox, subject, words, ...rest }) => {
          const names = { folder, mailbox, subject, words };
          const scene = {
            ...rest,
            folder: `/home/${folder.name}`.replaceAll('\n', ' '),
            mailbox: mailbox.name,
            subject: subject.name,
            words: words.name,
          };
          const { discreet, named } = await reportsOn(scene);
          const tokens = [rest.user, rest.host, ...Object.values(names).map(({ word }) => word)];
          for (const token of tokens) {
            expect(discreet.toLowerCase()).not.toContain(token.toLowerCase());
          }
          expect(discreet).not.toMatch(/example\.org|\/home/);
          expect(named).toContain(rest.user);
          expect(named).toContain(rest.host);
          expect(named).toContain(mailbox.word);
          for (const text of [discreet, named]) {
            expect(text.toLowerCase()).not.toContain(rest.password.toLowerCase());
            expect(text).toContain(
              'message-not-stored, message-file-unreadable, message, exit code -2 (FETCH_EMAIL_FAILED)',
            );
          }
        },
      ),
      { seed: 31, numRuns: 60 },
    );
  });

  test('says what helps', async () => {
    const { discreet } = await reportsOn({
      user: 'jana',
      host: 'imap.firma.example',
      folder: '/home/jana/mail',
      mailbox: 'Kolo',
      subject: 'Tajné',
      words: 'Nope',
      password: 'hunter2 and more',
    });
    expect(discreet).toMatch(/^Mailstow diagnostic report, 2\d{3}-/);
    expect(discreet).toContain('Addresses and names of folders: left out');
    expect(discreet).toMatch(/^ {2}Mailstow \d\S+ \(browser mode\)\n {2}Node \d/m);
    expect(discreet).toContain('  window: A browser\n');
    expect(discreet).toMatch(/^ {2}language: system .*, theme: system$/m);
    expect(discreet).toMatch(
      /^ {2}account 1: IMAP, TLS, 1 left out, layout not .*last run: none$/m,
    );
    expect(discreet).toMatch(/^ {2}account 1: failed, 0 folders, stored 0 messages/m);
    expect(discreet).toMatch(/info: Mailstow \S+ archives … \(tls\) into … \(folders\)$/m);
    expect(discreet).toMatch(/info: Connected to … \(TLSv1\.3, TLS_AES_256_GCM_SHA384\)$/m);
    expect(discreet).toMatch(/warn: …, message 7: … \[message-not-stored\]$/m);
    expect(discreet).toMatch(/info: …: done, stored 3 messages, 1\.0 kB, 1 problem$/m);
    expect(discreet).toMatch(
      /error: MailstowError: …\n( +at [a-z-]+\.\w+:\d+:\d+\n)+ +Caused by: Error: ENOSPC …/,
    );
  });

  test('is asked for as by a window, and knows how a run ended', async () => {
    const account = await withAccount({ users: { user: 'another' } });
    const { call, accountId, until } = account;
    await call('runs.start', { accountId });
    await until(accountId, ({ finishedAt }) => finishedAt !== undefined);
    const { text } = await call('diagnostics.report', { named: false, window: 'W' });
    expect(text).toContain('login-refused, account, exit code 16 (LOGIN_REFUSED)');
    expect(text).not.toContain('127.0.0.1');
    const named = await call('diagnostics.report', { named: true, window: 'W' });
    expect(named.text).toContain(`127.0.0.1:${account.server.port}`);
    expect(`${text}${named.text}`).not.toContain('secret');
  });

  test('takes little time for whatever stands in the log', () => {
    for (const unit of [': ', ' [', 'message 1: ', '(tls) into ', '\n    at (', ' (TLSv1.3, ']) {
      const began = performance.now();
      withoutNames(`Mailstow 1.0 archives ${unit.repeat(Math.floor(11_900 / unit.length))}`);
      expect(withoutNames(unit.repeat(1_000_000))).toMatch(/^… \(\d+ characters\)$/);
      expect(performance.now() - began, unit).toBeLessThan(1_000);
    }
  });

  test('needs no log, and no folder of its own', async () => {
    const userData = mkdtempSync(join(tmpdir(), 'mailstow-report-'));
    mkdirSync(join(userData, ...logPath), { recursive: true });
    const sources = {
      userData,
      host: nobody,
      profiles: new Profiles(userData),
      credentials: new Passwords(noVault),
      preferences: new Preferences(userData, new Events()),
      runs: { list: () => [] },
    };
    const text = await diagnosticReport(sources, { named: false, window: '' });
    rmSync(userData, { recursive: true });
    expect(text.match(/^ {2}none$/gm)).toHaveLength(3);
  });
});
