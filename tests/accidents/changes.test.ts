import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import { test } from '../both-layouts.ts';
import type { EndedHere } from '../imapcl/run-here.ts';
import {
  type AccountHere,
  allFour,
  cleanUpAfterEach,
  letters,
  setUpHere,
  stored,
  uidValidity,
} from '../imapcl/scripted-account.ts';
import type { Mailbox } from '../servers/scripted/mailbox.ts';
import type { CommandAnswer, ReceivedCommand } from '../servers/scripted/options.ts';

/** The mailbox or the folder changes while a run is under way. */
cleanUpAfterEach();

let account: AccountHere;
let mailbox: Mailbox;
/** What happens when whole messages are asked for; only once, unless it sets itself again. */
let onBodies: (() => CommandAnswer) | undefined;
let onCommand: (command: ReceivedCommand) => CommandAnswer;

beforeEach(async () => {
  onBodies = undefined;
  onCommand = () => 'default';
  account = await setUpHere({
    onCommand: command => {
      if (!/BODY\.PEEK\[\]/.test(command.line)) return onCommand(command);
      const happens = onBodies;
      onBodies = undefined;
      return happens?.() ?? onCommand(command);
    },
  });
  mailbox = account.server.mailbox('INBOX');
});

function expectClear({ code, stdout, stderr }: EndedHere, expected: number, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).toMatch(/^Error: .*\.$/m);
  expect(stderr).not.toMatch(/^\s+at |does not know|undefined/m);
  expect({ code, stdout }).toMatchObject({ code: expected });
}

describe('on the server', () => {
  test('a message arrives: the next run has it', async () => {
    onBodies = () => {
      mailbox.append('Subject: Five\r\n\r\nNew.\r\n');
      return 'default';
    };
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 1 Messages\n' });
    expect(Object.keys(await stored(account.place.out))).toHaveLength(5);
  });

  test('messages are deleted before they are sent: the others are stored, and that is no failure', async () => {
    onBodies = () => {
      mailbox.expunge(2, 3);
      return 'default';
    };
    const { code, stdout, stderr } = await account.run();
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Stored 2 Messages\n' });
    expect(stderr).not.toMatch(/Error/);
    expect(Object.values(await stored(account.place.out))).toEqual([letters[0], letters[3]]);
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
  });

  test.each([
    ['a NO', (tag: string) => `${tag} NO [NONEXISTENT] Unknown mailbox\r\n`],
    ['a BYE', () => '* BYE Selected mailbox was deleted, have to disconnect\r\n'],
  ])('the mailbox is deleted, which the server tells with %s', async (_how, answer) => {
    let isDeleted = false;
    onCommand = ({ line, tag }) => {
      if (/BODY\.PEEK\[\]/.test(line)) isDeleted = true;
      if (!isDeleted) return 'default';
      if (/EXAMINE|STATUS/.test(line)) return `${tag} NO [NONEXISTENT] Unknown mailbox\r\n`;
      return /FETCH|SEARCH/.test(line) ? answer(tag) : 'default';
    };
    expectClear(await account.run('--timeout', '2'), 17, /INBOX/);
    expect(await stored(account.place.out)).toEqual({});
    onCommand = () => 'default';
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
  });

  test('the mailbox is renumbered behind a lost connection: the next run goes on from there', async () => {
    onBodies = () => {
      mailbox.rebuild(77, old => 5 - old);
      return 'close';
    };
    expectClear(await account.run(), 14, /renumbered INBOX while it was being archived/);
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    expect(Object.values(await stored(account.place.out))).toEqual([...letters].reverse());
    expect(await uidValidity(account.place.out)).toBe('INBOX=77\n');
  });
});

describe('on disk', () => {
  test.each([
    ['the folder is removed', (out: string) => rmSync(out, { recursive: true })],
    ['the folder is moved', (out: string) => renameSync(out, `${out} moved`)],
    ['.mailstow is removed', (out: string) => rmSync(join(out, '.mailstow'), { recursive: true })],
  ])('%s: said plainly, and the next run starts again', async (_what, happens) => {
    const { out } = account.place;
    onBodies = () => {
      happens(out);
      return 'default';
    };
    expectClear(await account.run(), -7, /^Error: Mailstow could not .* missing\.$/m);
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    expect(await stored(out)).toEqual(allFour);
    expect(readdirSync(join(out, '.mailstow/incoming'))).toEqual([]);
  });

  test('-6: .uidvalidity is removed during a change of UIDVALIDITY', async () => {
    expect(await account.run()).toMatchObject({ code: 0 });
    mailbox.rebuild(77, old => old);
    onCommand = ({ line }) => {
      if (/HEADER\.FIELDS/.test(line)) rmSync(join(account.place.out, '.uidvalidity'));
      return 'default';
    };
    expectClear(await account.run(), -6, /\.uidvalidity disappeared while it was in use/);
    onCommand = () => 'default';
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(await stored(account.place.out)).toEqual(allFour);
    expect(await uidValidity(account.place.out)).toBe('INBOX=77\n');
  });
});
