import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveAccount } from '../../../electron/engine/run/archive-account.ts';
import type { LayoutName, RunEvent, RunRequest } from '../../../shared/model/run.ts';
import { Random } from '../../fixtures/mail/random.ts';
import { type Dovecot, startDovecot } from '../../servers/dovecot.ts';
import { encodeModifiedUtf7 } from '../../servers/scripted/modified-utf7.ts';
import { startServer } from '../../servers/scripted/server.ts';

/** An account that others change while it is archived. */
interface Stand {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  arrive(mailbox: string, bytes: string): Promise<void>;
  /** Removes a message that is drawn, if there is one. */
  expunge(mailbox: string, random: Random): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** All messages there are now, not by IMAP. */
  list(mailboxes: readonly string[]): string[];
  /** Called with each command where the stand sees them. */
  onCommand?: (name: string) => void;
  stop(): Promise<void>;
}

export interface Soaked {
  runs: number;
  arrived: number;
  expunged: number;
  renamed: number;
  stored: number;
}

/**
 * Runs over an account to which mail comes, from which mail goes and whose mailboxes are renamed, between
 * runs and during them.
 * @throws Error at the first run that raises an alarm or lacks a message that was there before and after it
 */
export async function soak(
  server: 'scripted' | 'dovecot',
  layout: LayoutName,
  runs: number,
  seed: number,
): Promise<Soaked> {
  const random = new Random(seed);
  const stand = await (server === 'scripted' ? scriptedStand() : dovecotStand());
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-soak-'));
  const mailboxes = ['INBOX', 'Work', 'Lists'];
  const soaked: Soaked = { runs: 0, arrived: 0, expunged: 0, renamed: 0, stored: 0 };
  const pending: Promise<void>[] = [];
  const change = () => {
    const mailbox = mailboxes[random.integer(0, mailboxes.length - 1)] ?? 'INBOX';
    if (random.integer(0, 4) < 3) {
      const number = ++soaked.arrived;
      const text = `Subject: ${number}\r\nMessage-ID: <${number}@soak>\r\n\r\n`;
      pending.push(stand.arrive(mailbox, `${text.padEnd(random.integer(100, 3_000), 'x')}\r\n`));
    } else {
      soaked.expunged += 1;
      pending.push(stand.expunge(mailbox, random));
    }
  };
  const changes = async (most: number) => {
    for (let left = random.integer(0, most); left > 0; left -= 1) change();
    await Promise.all(pending.splice(0));
  };
  const request = requestFor(stand, folder, layout);
  try {
    await changes(40);
    for (let run = 1; run <= runs; run += 1) {
      await changes(6);
      if (random.integer(0, 9) === 0) {
        const to = `Renamed ${run}`;
        await stand.rename(mailboxes[2] ?? '', to);
        mailboxes[2] = to;
        soaked.renamed += 1;
      }
      const before = stand.list(mailboxes);
      // Half of the runs are disturbed.
      let left = random.integer(0, 1) * 4;
      const disturb = () => {
        if (left <= 0 || random.integer(0, 2) > 0) return;
        left -= 1;
        change();
      };
      stand.onCommand = name => {
        if (/^(UID|EXAMINE|LIST)/.test(name)) disturb();
      };
      const events: RunEvent[] = [];
      const result = await archiveAccount(
        request,
        event => {
          events.push(event);
          if (event.event === 'mailbox' || event.event === 'progress') disturb();
        },
        new AbortController().signal,
      );
      delete stand.onCommand;
      await Promise.all(pending.splice(0));
      soaked.runs += 1;
      soaked.stored += result.stored;
      const after = new Set(stand.list(mailboxes));
      const here = new Set(storedIn(folder));
      const lacking = before.filter(text => after.has(text) && !here.has(text));
      const isAlarm = result.verdict.state !== 'complete' || result.problems.length > 0;
      if (!isAlarm && lacking.length === 0) continue;
      const { verdict, problems, warnings } = result;
      const told = JSON.stringify({ verdict, problems, warnings });
      throw new Error(
        `run ${run} (${server}, ${layout}, seed ${seed}): lacks ${lacking.length}; ${told}`,
      );
    }
    return soaked;
  } finally {
    await stand.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function requestFor(stand: Stand, folder: string, layout: LayoutName): RunRequest {
  return {
    server: {
      host: '127.0.0.1',
      port: stand.port,
      security: 'none',
      timeout: 60_000,
      connectTimeout: 60_000,
    },
    credentials: { user: stand.user, password: stand.password },
    mailboxes: 'all',
    selection: { headersOnly: false, unseenOnly: false },
    folder,
    layout,
    extension: layout === 'flat' ? '.txt' : '.eml',
    purge: false,
    connections: 2,
    separate: false,
    overrideAccount: false,
    patience: 60_000,
  };
}

function storedIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(txt|eml)$/.test(entry.name))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}

async function scriptedStand(): Promise<Stand> {
  const stand: Partial<Stand> = {};
  const server = await startServer({
    mailboxes: ['INBOX', 'Work', 'Lists'].map(name => ({ name })),
    onCommand: ({ name }) => {
      stand.onCommand?.(name);
      return 'default';
    },
  });
  return Object.assign(stand, {
    port: server.port,
    user: 'user',
    password: 'secret',
    arrive: async (mailbox: string, bytes: string) => void server.mailbox(mailbox).append(bytes),
    expunge: async (mailbox: string, random: Random) => {
      const { uids } = server.mailbox(mailbox);
      const uid = uids[random.integer(0, Math.max(0, uids.length - 1))];
      if (uid !== undefined) server.mailbox(mailbox).expunge(uid);
    },
    rename: async (from: string, to: string) =>
      void Object.assign(server.mailbox(from), { name: to }),
    list: (mailboxes: readonly string[]) =>
      mailboxes.flatMap(name => {
        const box = server.mailbox(name);
        return box.uids.map(uid => String(box.message(uid).bytes));
      }),
    stop: () => server.stop(),
  });
}

async function dovecotStand(): Promise<Stand> {
  const dovecot: Dovecot = await startDovecot();
  const user = await dovecot.user();
  const folderOf = (mailbox: string) =>
    join(user.maildir, ...mailbox.split('/').map(encodeModifiedUtf7));
  const files = (mailbox: string) =>
    ['cur', 'new'].flatMap(part =>
      readdirSync(join(folderOf(mailbox), part)).map(name => join(folderOf(mailbox), part, name)),
    );
  for (const name of ['INBOX', 'Work', 'Lists']) {
    await dovecot.deliver(user, name, { bytes: Buffer.from(`Subject: First of ${name}\r\n\r\n`) });
  }
  return {
    port: dovecot.ports.imap,
    user: user.name,
    password: user.password,
    arrive: (mailbox, bytes) => dovecot.deliver(user, mailbox, { bytes: Buffer.from(bytes) }),
    async expunge(mailbox, random) {
      const sequence = String(random.integer(1, Math.max(1, files(mailbox).length)));
      await dovecot.doveadm('expunge', '-u', user.name, 'mailbox', mailbox, sequence);
    },
    async rename(from, to) {
      await dovecot.doveadm('mailbox', 'rename', '-u', user.name, from, to);
    },
    list: mailboxes =>
      mailboxes.flatMap(mailbox => files(mailbox).map(file => readFileSync(file, 'latin1'))),
    stop: () => dovecot.stop(),
  };
}
