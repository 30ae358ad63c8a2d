import { afterAll, beforeAll, describe, expect, test as onceOnly } from 'vitest';
import { parseReport } from '../../electron/engine/report/parse-report.ts';
import { layoutNow, test } from '../both-layouts.ts';
import { generateMessage } from '../fixtures/mail/corpus.ts';
import { mailstow, Workplace } from '../imapcl/run-process.ts';
import {
  type Dovecot,
  type DovecotUser,
  dovecotMissing,
  startDovecot,
} from '../servers/dovecot.ts';

/** The report against what the server itself counts. */
const missing = dovecotMissing();
const day = 86_400_000;
const begin = Date.UTC(2024, 0, 1, 12);

const mailboxes: Readonly<Record<string, number>> = {
  INBOX: 30,
  'Archive/2024': 12,
  'Entwürfe & Co/日本語': 5,
  Empty: 0,
};

describe.skipIf(missing)('the report of an account on a real server', () => {
  let dovecot: Dovecot;
  let user: DovecotUser;
  const places: Workplace[] = [];
  beforeAll(async () => {
    dovecot = await startDovecot();
    user = await dovecot.user();
    for (const [name, count] of Object.entries(mailboxes)) {
      const messages = Array.from({ length: count }, (_, index) => ({
        bytes: generateMessage(index, { median: 2000, least: 600, greatest: 5000 }),
        internalDate: new Date(begin + index * day),
        flags: index % 3 === 0 ? [] : ['\\Seen'],
      }));
      if (count === 0) await dovecot.createMailbox(user, name);
      else await dovecot.deliver(user, name, ...messages);
    }
  });
  afterAll(async () => {
    await dovecot.stop();
    for (const place of places) await place.remove();
  });

  async function archive(...more: string[]) {
    const place = await Workplace.make(user.name, user.password);
    places.push(place);
    const server = ['--server', '127.0.0.1', '--port', String(dovecot.ports.imaps)];
    const access = [...server, '--certificate-file', dovecot.ca, '--auth-file', place.authFile];
    const layout = ['--layout', layoutNow()];
    const run = await mailstow(['archive', ...access, '--folder', place.out, ...layout, ...more]);
    const { stdout } = await mailstow(['report', place.out, '--json']);
    const verified = await mailstow(['verify', place.out, ...access]);
    return { run, report: parseReport(stdout), verified };
  }

  /** Mailbox → messages, as doveadm tells it. */
  async function counted(): Promise<Record<string, number>> {
    const text = await dovecot.doveadm('mailbox', 'status', '-u', user.name, 'messages', '*');
    const lines = text.trim().split('\n');
    return Object.fromEntries(
      lines.map(line => {
        const [, name = '', count] = /^(.*) messages=(\d+)$/.exec(line) ?? [];
        return [name, Number(count)];
      }),
    );
  }

  test('everything: the counts of every mailbox are those of doveadm, and all is archived', async () => {
    const { run, report, verified } = await archive();
    expect(run).toMatchObject({ code: 0, stdout: 'Stored 47 Messages\n' });
    const reports = report?.mailboxes ?? [];
    const onServer = reports.map(each => [each.mailbox, each.onServer]);
    expect(Object.fromEntries(onServer)).toEqual(await counted());
    for (const each of reports) expect(each.archived).toBe(each.onServer);
    expect(report?.complete).toBe(true);
    expect(verified.code).toBe(0);
    expect(verified.stdout).toMatch(/^Everything on the server is archived\.$/m);
  });

  onceOnly.each([
    ['by date', ['--since', '2024-01-05', '--before', '2024-01-11'], [6, 6, 1, 0]],
    ['what is unread', ['--unread-only'], [10, 4, 2, 0]],
  ])(
    'a filter %s: what was left out is counted, and nothing is missing',
    async (_name, options, selected) => {
      const { run, report } = await archive(...options);
      expect(run.code).toBe(0);
      const counts = await counted();
      const reports = new Map(report?.mailboxes.map(each => [each.mailbox, each]));
      expect([...reports.keys()].sort()).toEqual(Object.keys(counts).sort());
      for (const [index, name] of Object.keys(mailboxes).entries()) {
        expect(reports.get(name)).toMatchObject({
          onServer: counts[name],
          selected: selected[index],
          archived: selected[index],
          unnamed: 0,
          missing: 0,
        });
      }
      expect(report?.complete).toBe(true);
      expect(run.stderr).toMatch(/\d+ messages on the server were left out by that choice/);
    },
  );
});
