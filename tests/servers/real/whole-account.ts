import { setTimeout as wait } from 'node:timers/promises';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { encodeModifiedUtf7 } from '../scripted/modified-utf7.ts';
import { oddMessages } from './odd-messages.ts';
import type { RealServer } from './real-server.ts';
import { type MailboxTruth, SmallClient } from './small-client.ts';

/** What the server has: raw names → mailboxes. */
export type Truth = ReadonlyMap<string, MailboxTruth>;

/** As people write them; on the server each has its prefix and its separator between levels. */
const large = ['INBOX', 'Sent', 'Work/2024', 'Entwürfe & Co/日本語'];
const others = ['Empty', 'Odd'];

/** An account on a real server, filled, changed and read by nothing of ours. */
export class WholeAccount {
  readonly #server: RealServer;
  #letters = 0;

  constructor(server: RealServer) {
    this.#server = server;
  }

  /** @param perMailbox how many messages each of the large mailboxes gets */
  fill(perMailbox: number): Promise<void> {
    return this.#withClient(async client => {
      for (const name of [...large, ...others]) {
        if (name !== 'INBOX') await client.create(this.#raw(name));
      }
      for (const name of large) await this.#deliver(client, name, perMailbox);
      for (const bytes of oddMessages) {
        await client.append(this.#raw('Odd'), { bytes, date: this.#nextDate() });
      }
      await settle(client);
    });
  }

  /** Three messages gone from each of two mailboxes; two arrived in one of these, one in the empty one. */
  async change(): Promise<{ readonly gone: number; readonly arrived: number }> {
    await this.#withClient(async client => {
      for (const name of ['INBOX', 'Work/2024'].map(each => this.#raw(each))) {
        const [first = 0, , third = 0, ...more] = (await client.truthOf(name)).messages.keys();
        await client.remove(name, [first, third, more.at(-1) ?? 0]);
      }
      await this.#deliver(client, 'INBOX', 2);
      await this.#deliver(client, 'Empty', 1);
      await settle(client);
    });
    return { gone: 6, arrived: 3 };
  }

  /** Moves the account: every mailbox is made anew, with the same messages in the reverse order. */
  async move(truth: Truth): Promise<void> {
    await this.#server.wipe();
    // With all of them UIDVALIDITY is the second in which a mailbox was made, or the next that no other has.
    const latest = Math.max(...[...truth.values()].map(({ uidValidity }) => uidValidity));
    while (Math.floor(Date.now() / 1000) <= latest) await wait(20);
    await this.#withClient(async client => {
      for (const [name, { messages }] of truth) {
        if (!(await client.list()).includes(name)) await client.create(name);
        for (const message of [...messages.values()].reverse()) await client.append(name, message);
      }
      await settle(client);
    });
  }

  /** What the account's own mailboxes hold, and those that others share with it where asked for. */
  truth({ withShared } = { withShared: false }): Promise<Truth> {
    return this.#withClient(async client => {
      const truth = new Map<string, MailboxTruth>();
      for (const name of await client.list()) {
        const isOwn = !this.#server.shared.includes(name);
        if (isOwn || withShared) truth.set(name, await client.truthOf(name));
      }
      return truth;
    });
  }

  async #withClient<Result>(work: (client: SmallClient) => Promise<Result>): Promise<Result> {
    const { port, account } = this.#server;
    const client = await SmallClient.login(port, account.user, account.password);
    const result = await work(client);
    await client.logout();
    return result;
  }

  async #deliver(client: SmallClient, name: string, count: number): Promise<void> {
    for (let added = 0; added < count; added++) {
      const bytes = generateMessage(this.#letters++, { median: 3000, greatest: 9000 });
      await client.append(this.#raw(name), {
        bytes: bytes.toString('latin1'),
        date: this.#nextDate(),
      });
    }
  }

  #raw(name: string): string {
    if (name === 'INBOX') return name;
    const { prefix, delimiter } = this.#server;
    return prefix + name.split('/').map(encodeModifiedUtf7).join(delimiter);
  }

  /** RFC 9051 section 9, `date-time`: each a minute after the last. */
  #nextDate(): string {
    const moment = new Date(Date.UTC(2024, 0, 1) + this.#letters * 60_000);
    const [, day, month, year, time] = moment.toUTCString().split(' ');
    return `${day}-${month}-${year} ${time} +0000`;
  }
}

/** Opens every mailbox as a mail program does: imap4d keeps no number that only an EXAMINE gave. */
async function settle(client: SmallClient): Promise<void> {
  for (const name of await client.list()) await client.open(name);
}
