import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { layoutArguments, test } from '../both-layouts.ts';
import type { Ended } from '../imapcl/run-process.ts';
import { imapcl } from '../imapcl/run-process.ts';
import { type Account, cleanUpAfterEach, setUp } from '../imapcl/scripted-account.ts';
import type { Message } from '../servers/scripted/message.ts';
import { letter } from './big-mailbox.ts';
import { BodiesSent } from './bodies-sent.ts';
import { start } from './killed-run.ts';
import { differences, halfMessages, uidsOnDisk } from './mail-files.ts';
import { mountingMissing, SmallDisk, unmountAfterEach } from './small-disk.ts';

/** Disks that take no more, or nothing at all. */
cleanUpAfterEach();
unmountAfterEach();

/** Messages of about 8 kB, and one of `size` bytes in the middle where that is given. */
function mailbox(count: number, size?: number): { name: string; messages: Message[] } {
  const messages = Array.from({ length: count }, (_, index) => {
    const { bytes, ...rest } = letter(index + 1);
    return { ...rest, bytes: `${bytes}${'More of the same. '.repeat(430)}\r\n` };
  });
  if (size !== undefined) {
    const bytes = `Subject: Large\r\n\r\n`.padEnd(size, 'large ');
    messages.splice(count / 2, 0, { ...letter(count + 1), bytes });
  }
  return { name: 'INBOX', messages };
}

class OnSmallDisk {
  readonly bodies: BodiesSent;
  readonly disk: SmallDisk;
  readonly out: string;
  readonly #account: Account;

  private constructor(account: Account, bodies: BodiesSent, options: string) {
    this.#account = account;
    this.bodies = bodies;
    this.disk = new SmallDisk(join(account.place.folder, 'disk'), options);
    this.out = join(this.disk.folder, 'mail');
  }

  static async make(options: string, messages: ReturnType<typeof mailbox>): Promise<OnSmallDisk> {
    const bodies = new BodiesSent();
    const { beforeFetchResponse } = bodies;
    const account = await setUp({ mailboxes: [messages], beforeFetchResponse });
    return new OnSmallDisk(account, bodies, options);
  }

  get mailbox() {
    return this.#account.server.mailbox('INBOX');
  }

  run(): Promise<Ended> {
    const { server, place } = this.#account;
    const args = ['127.0.0.1', '-p', `${server.port}`, '-a', place.authFile, '-o', this.out];
    return imapcl([...args, ...layoutArguments()]);
  }

  /** A run that must say that the disk is full, and leave nothing half; returns the UIDs that are stored. */
  async runIntoFullDisk(): Promise<number[]> {
    const { code, stdout, stderr } = await this.run();
    expect(stderr).toMatch(/^Error: The disk is full: Mailstow could not .*\.$/m);
    expect(stderr).toMatch(
      /^Free up some space and try again\. Everything saved so far is kept\.$/m,
    );
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ code, stdout }).toEqual({ code: 19, stdout: '' });
    if (!existsSync(this.out)) return [];
    expect(halfMessages(this.out, this.mailbox)).toEqual([]);
    this.bodies.take();
    return uidsOnDisk(this.out);
  }

  /** With room again: the rest is fetched and nothing twice. */
  async complete(stored: readonly number[]): Promise<void> {
    const { code, stdout } = await this.run();
    const rest = this.mailbox.uids.filter(uid => !stored.includes(uid));
    expect({ code, stdout }).toEqual({ code: 0, stdout: `Stored ${rest.length} Messages\n` });
    expect(this.bodies.take().sort((one, other) => one - other)).toEqual(rest);
    expect(differences(this.out, this.mailbox)).toEqual([]);
  }
}

describe.skipIf(mountingMissing() !== undefined)(
  `a small disk (${mountingMissing() ?? 'mounted'})`,
  () => {
    test('full in the middle of a run, again and again, then with room', async () => {
      const small = await OnSmallDisk.make('size=6m', mailbox(1_200));
      const stored = await small.runIntoFullDisk();
      expect(stored.length).toBeGreaterThan(100);
      expect(readdirSync(join(small.out, '.mailstow/incoming'))).toEqual([]);
      const more = await small.runIntoFullDisk();
      expect(more).toEqual(expect.arrayContaining(stored));
      small.disk.remount('size=64m');
      await small.complete(more);
    });

    test('without room for another file', async () => {
      const small = await OnSmallDisk.make('size=64m,nr_inodes=400', mailbox(700));
      const stored = await small.runIntoFullDisk();
      small.disk.remount('size=64m,nr_inodes=4000');
      await small.complete(stored);
    });

    test('full in the middle of a large message', async () => {
      const small = await OnSmallDisk.make('size=4m', mailbox(100, 12_000_000));
      const stored = await small.runIntoFullDisk();
      expect(stored).not.toContain(51);
      expect(readdirSync(join(small.out, '.mailstow/incoming'))).toEqual([]);
      small.disk.remount('size=64m');
      await small.complete(stored);
    });

    test('full from the start', async () => {
      const small = await OnSmallDisk.make('size=1m', mailbox(10));
      expect(() =>
        writeFileSync(join(small.disk.folder, 'ballast'), Buffer.alloc(2_000_000)),
      ).toThrow('ENOSPC');
      expect(await small.runIntoFullDisk()).toEqual([]);
      small.disk.remount('size=8m');
      await small.complete([]);
    });

    test('-7: read-only, with an archive on it and without one', async () => {
      const small = await OnSmallDisk.make('size=8m', mailbox(10));
      expect(await small.run()).toMatchObject({ code: 0 });
      small.disk.remount('ro');
      const { code, stdout, stderr } = await small.run();
      expect({ code, stdout }).toEqual({ code: -7, stdout: '' });
      expect(stderr).toMatch(/^Error: Mailstow could not .*: the disk is read-only\.$/m);
      small.disk.remount('rw');
      expect(await small.run()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    });
  },
);

/** Root writes everywhere, so a run that may not is that of nobody in particular. */
const ordinaryUser = process.getuid?.() === 0 ? 65_534 : undefined;

/** Why an ordinary user cannot run the program here, or undefined. */
function userMissing(): string | undefined {
  if (ordinaryUser === undefined) return undefined;
  const script = `require('node:fs').accessSync(${JSON.stringify(import.meta.filename)})`;
  const { status } = spawnSync(process.execPath, ['-e', script], { uid: ordinaryUser });
  return status === 0 ? undefined : 'no other user may read the program here';
}

test.skipIf(userMissing() !== undefined)(
  `-7: a folder that may not be written to (${userMissing() ?? 'as an ordinary user'})`,
  async () => {
    const account = await setUp({ mailboxes: [mailbox(3)] });
    const { folder, authFile, out } = account.place;
    mkdirSync(out);
    chmodSync(out, 0o555);
    if (ordinaryUser !== undefined) {
      for (const path of [folder, authFile]) chownSync(path, ordinaryUser, ordinaryUser);
    }
    const { code, stdout, stderr } = await start(account, ordinaryUser).ended;
    expect({ code, stdout }).toEqual({ code: -7 & 255, stdout: '' });
    expect(stderr).toMatch(/^Error: Mailstow could not .*: permission denied\.$/m);
    expect(stderr).toMatch(/^Choose another folder or make this one writable, then try again/m);
    expect(readdirSync(out)).toEqual([]);
  },
);

test.skipIf(userMissing() !== undefined)(
  `15: what --purge may not delete stays, and is named (${userMissing() ?? 'as an ordinary user'})`,
  async () => {
    const account = await setUp({ mailboxes: [mailbox(3)] });
    const { folder, authFile, out } = account.place;
    const kept = join(out, '.mailstow/superseded/INBOX/kept');
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, 'MSG_INBOX_9.txt'), 'Subject: Old\r\n\r\n');
    if (ordinaryUser !== undefined) {
      for (const path of [folder, authFile, ...parentsBetween(out, kept)]) {
        chownSync(path, ordinaryUser, ordinaryUser);
      }
    }
    chmodSync(kept, 0o555);
    expect(await start(account, ordinaryUser).ended).toMatchObject({ code: 0 });
    account.server.mailbox('INBOX').rebuild(77);
    const { code, stderr } = await start(account, ordinaryUser, '--purge').ended;
    expect(code).toBe(15);
    expect(stderr).toMatch(/^Error: Some superseded messages of INBOX could not be removed/m);
    expect(stderr).toMatch(/superseded/);
    expect(readdirSync(kept)).toEqual(['MSG_INBOX_9.txt']);
    expect(uidsOnDisk(out)).toEqual([1, 2, 3]);
  },
);

function parentsBetween(top: string, bottom: string): string[] {
  return bottom === top ? [top] : [...parentsBetween(top, dirname(bottom)), bottom];
}
