import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LayoutName } from '../../../shared/model/run.ts';
import { Random } from '../../fixtures/mail/random.ts';
import { entryOf } from '../../imapcl/run-process.ts';
import { startDovecot } from '../../servers/dovecot.ts';
import { SmallClient } from '../../servers/real/small-client.ts';
import { CutLine } from './cut-line.ts';
import { storedIn } from './stored-in.ts';

export interface Delivery {
  readonly way: 'notify' | 'idle';
  readonly layout: LayoutName;
  readonly messages: number;
  /** Milliseconds over which they come, at random. */
  readonly during: number;
  readonly cuts: number;
  /** How often the process is suspended, and for how many milliseconds. */
  readonly suspensions: number;
  readonly suspended: number;
  readonly seed: number;
}

export interface Delivered {
  /** Milliseconds from the server's OK to the file's name, ascending; from the end of a suspension where one was. */
  readonly latencies: readonly number[];
  readonly connections: number;
}

/** Dovecot 2.3 without NOTIFY. */
const withoutNotify =
  '\nimap_capability = IMAP4rev1 SASL-IR LITERAL+ ENABLE IDLE NAMESPACE UIDPLUS LIST-EXTENDED LIST-STATUS SPECIAL-USE UNSELECT ESEARCH CONDSTORE QRESYNC\n';

const look = 25;
const patience = 60_000;

/**
 * Delivers mail at random moments to a Dovecot that `mailstow watch` is connected to, over a line that is cut, and suspends
 * the process.
 * @throws Error where a message does not come to the disk
 */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const { way, layout, messages, during, cuts, suspensions, suspended } = delivery;
  const random = new Random(delivery.seed);
  const dovecot = await startDovecot(way === 'idle' ? withoutNotify : '');
  const line = await CutLine.before(dovecot.ports.imap);
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-live-'));
  const user = await dovecot.user();
  const client = await SmallClient.login(dovecot.ports.imap, user.name, user.password);
  // IDLE tells of the inbox alone.
  const mailboxes = way === 'idle' ? ['INBOX'] : ['INBOX', 'Work', 'Lists'];
  for (const mailbox of mailboxes.slice(1)) await client.create(mailbox);
  const child = spawn(
    process.execPath,
    [
      ...[entryOf('mailstow'), 'watch', '--server', '127.0.0.1', '--port', String(line.port)],
      ...['--security', 'none', '--user', user.name, '--password-variable', 'MAIL_PASSWORD'],
      ...['--folder', folder, '--layout', layout],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, MAIL_PASSWORD: user.password } },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    said += text;
  });
  child.stdout.resume();
  const ended = once(child, 'close');
  try {
    while (!said.includes('Watching for new mail')) await sleep(look);
    const due = new Map<string, number>();
    const latencies: number[] = [];
    let resumedAt = 0;
    let isComing = true;
    const seeing = (async () => {
      const giveUp = performance.now() + during + patience;
      while (isComing || due.size > 0) {
        await sleep(look);
        const now = performance.now();
        for (const name of storedIn(folder, layout)) {
          const came = due.get(name);
          if (came === undefined) continue;
          latencies.push(now - Math.max(came, Math.min(resumedAt, now)));
          due.delete(name);
        }
        if (now > giveUp) throw new Error(`${due.size} never came: ${[...due.keys()][0]}\n${said}`);
      }
    })();
    const moments = (count: number, act: (at: number) => Promise<void> | void) =>
      Array.from({ length: count }, () => ({ at: random.next() * during, act }));
    const plan = [
      ...moments(messages, async at => {
        const mailbox = random.pick(mailboxes as [string, ...string[]]);
        const text = `Subject: ${Math.round(at)}\r\n\r\n${'x'.repeat(random.integer(10, 20_000))}\r\n`;
        const answer = await client.command(`APPEND "${mailbox}"`, Buffer.from(text));
        const [, uid] = /APPENDUID \d+ (\d+)/.exec(answer) ?? [];
        due.set(`${mailbox}/${uid}`, performance.now());
      }),
      ...moments(cuts, () => line.cut()),
      ...moments(suspensions, () => {
        child.kill('SIGSTOP');
        // Until it goes on nothing can be stored.
        resumedAt = performance.now() + suspended;
        setTimeout(() => child.kill('SIGCONT'), suspended);
      }),
    ].sort((one, other) => one.at - other.at);
    const began = performance.now();
    for (const { at, act } of plan) {
      const wait = began + at - performance.now();
      if (wait > 0) await sleep(wait);
      await act(at);
    }
    isComing = false;
    await seeing;
    if (latencies.length !== messages) throw new Error(`${latencies.length} of ${messages} came`);
    child.kill('SIGTERM');
    const [code] = await ended;
    // 130: in the middle of a round, which had stored everything.
    if (code !== 0 && code !== 130) throw new Error(`it ended with ${code}: ${said}`);
    return { latencies: latencies.sort((a, b) => a - b), connections: line.connections };
  } finally {
    child.kill('SIGKILL');
    await client.logout();
    await line.stop();
    await dovecot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The value that so many of 100 are not above. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
