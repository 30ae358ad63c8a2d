import { rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import type { MailboxArchive } from '../../../../electron/engine/archive/mailbox-archive.ts';
import type { ServerState } from '../../../../electron/engine/archive/unchanged/server-state.ts';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import type { MailboxReport } from '../../../../shared/model/mailbox.ts';
import { fileOf as messageFile, test } from '../../../both-layouts.ts';
import { renumber } from '../renumber/renumber.ts';
import { bytesOf, openArchive, storeAll, temporaryFolder } from '../temporary-archive.ts';

const asked = 'everything';
const uids = [1, 2, 3];
const state: ServerState = {
  uidValidity: 7,
  uidNext: 4,
  messages: 3,
  highestModseq: 9n,
  uids: [[1, 3]],
};

function reportOf(mailbox: string): MailboxReport {
  const counts = { onServer: 3, selected: 3, archived: 3, unnamed: 0, elsewhere: 0, missing: 0 };
  return { mailbox, uidValidity: 7, ...counts, gone: 0, problems: [] };
}

interface Steps {
  readonly mailbox?: string;
  readonly folder?: string;
  /** Instead of storing the three messages. */
  readonly store?: (box: MailboxArchive) => Promise<unknown>;
  /** Between the word that all is whole and the end of the run. */
  readonly meanwhile?: (folder: string) => void;
}

/** A run that finds a mailbox whole, as far as it can tell. */
async function wholeRun({ mailbox = 'INBOX', ...steps }: Steps = {}) {
  const { folder = temporaryFolder(), store = box => storeAll(box, uids) } = steps;
  const { archive } = await openArchive(folder);
  const box = await archive.mailbox(mailboxName(mailbox, '/'));
  await box.setUidValidity(7);
  await store(box);
  box.keepServerState(state);
  archive.seal(mailboxName(mailbox, '/'), asked, reportOf(mailbox));
  steps.meanwhile?.(folder);
  await archive.close();
  return folder;
}

/** What a run that asks the same sees of a seal before it does anything. */
async function sealIn(folder: string, { mailbox = 'INBOX', question = asked } = {}) {
  const { archive } = await openArchive(folder);
  const sealed = archive.sealed(mailboxName(mailbox, '/'), question);
  const seen = sealed && { report: sealed.report, isWhole: sealed.look() };
  await archive.close();
  return seen;
}

const sealOf = (folder: string) => join(folder, '.mailstow', 'seals', 'INBOX.json');
const journalOf = (folder: string) => join(folder, '.mailstow', 'journal', 'INBOX.jsonl');
const fileOf = (folder: string, uid: number) => messageFile(folder, `MSG_INBOX_${uid}.txt`);
/** A message file that no run has stored. */
const addFile = (folder: string) =>
  writeFileSync(fileOf(folder, 1).replace(/1(\.txt|\]\.eml)$/, '9$1'), bytesOf(9));
const whole = { report: reportOf('INBOX'), isWhole: true };

describe('a mailbox that was found whole', () => {
  test('is sealed, and stays so', async () => {
    const folder = await wholeRun();
    expect(await sealIn(folder)).toEqual(whole);
    expect(await sealIn(folder)).toEqual(whole);
  });

  test('is sealed where it is empty', async () => {
    const folder = await wholeRun({ store: async () => undefined });
    expect(await sealIn(folder)).toEqual(whole);
  });

  test('answers no other question', async () => {
    const folder = await wholeRun();
    expect(await sealIn(folder, { question: 'headers only' })).toBeUndefined();
    expect(await sealIn(folder, { mailbox: 'Other' })).toBeUndefined();
  });
});

describe('a seal is broken by', () => {
  const changes: [string, (folder: string) => void][] = [
    ['a file that is gone', folder => rmSync(fileOf(folder, 2))],
    ['a file that came', addFile],
    [
      'a line in the journal',
      folder => writeFileSync(journalOf(folder), '["gone",[1]]\n', { flag: 'a' }),
    ],
    ['a lost journal', folder => rmSync(journalOf(folder))],
    ['another UIDVALIDITY', folder => writeFileSync(join(folder, '.uidvalidity'), 'INBOX=8\n')],
    ['no UIDVALIDITY', folder => writeFileSync(join(folder, '.uidvalidity'), 'Other=7\n')],
    ['a lost state', folder => rmSync(join(folder, '.mailstow', 'server'), { recursive: true })],
    ['its own loss', folder => rmSync(sealOf(folder))],
    ['a tear', folder => truncateSync(sealOf(folder), 100)],
    ['noughts in its place', folder => writeFileSync(sealOf(folder), Buffer.alloc(300))],
  ];

  test.each(changes)('%s', async (_what, change) => {
    const folder = await wholeRun();
    change(folder);
    expect(await sealIn(folder)).toBeUndefined();
  });

  test('a file that was cut, as soon as it is looked at', async () => {
    const folder = await wholeRun();
    truncateSync(fileOf(folder, 2), 10);
    expect(await sealIn(folder)).toMatchObject({ isWhole: false });
    expect(await sealIn(folder)).toBeUndefined();
  });

  test('a server state that a run kept which did not come to its end', async () => {
    const folder = await wholeRun();
    const { archive } = await openArchive(folder);
    (await archive.mailbox(mailboxName('INBOX', '/'))).keepServerState({
      ...state,
      highestModseq: 10n,
    });
    await archive.close();
    expect(await sealIn(folder)).toBeUndefined();
  });
});

describe('nothing is sealed where', () => {
  test.each<[string, (folder: string) => void]>([
    ['a file went in the meantime', folder => rmSync(fileOf(folder, 2))],
    ['a file came in the meantime', addFile],
  ])('%s', async (_what, meanwhile) => {
    expect(await sealIn(await wholeRun({ meanwhile }))).toBeUndefined();
  });

  test('a known file is not there, although the run did not need it', async () => {
    const folder = await wholeRun();
    rmSync(fileOf(folder, 2));
    await wholeRun({ folder, store: async () => undefined });
    expect(await sealIn(folder)).toBeUndefined();
  });

  test('the journal names a message twice', async () => {
    const folder = await wholeRun();
    truncateSync(fileOf(folder, 2), 10);
    await wholeRun({ folder, store: box => storeAll(box, [2]) });
    expect(await sealIn(folder)).toBeUndefined();
  });

  test('a change of UIDVALIDITY waits for its end', async () => {
    const store = async (box: MailboxArchive) => {
      await storeAll(box, uids);
      await renumber(
        box,
        8,
        uids.map(uid => ({ kind: 'full', from: uid, to: uid + 10 })),
      );
    };
    expect(await sealIn(await wholeRun({ store }))).toBeUndefined();
  });

  test('nobody said that it is whole', async () => {
    const folder = temporaryFolder();
    const { archive } = await openArchive(folder);
    const box = await archive.mailbox(mailboxName('INBOX', '/'));
    await box.setUidValidity(7);
    await storeAll(box, uids);
    box.keepServerState(state);
    await archive.close();
    expect(await sealIn(folder)).toBeUndefined();
  });
});

describe('a file system whose times have no parts of a second', () => {
  const setTime = (secondsFromNow: number) => (folder: string) => {
    const time = Math.floor(Date.now() / 1_000) + secondsFromNow;
    utimesSync(dirname(fileOf(folder, 1)), time, time);
  };

  test('gets no seal while another change could have the same time', async () => {
    const meanwhile = setTime(60);
    expect(await sealIn(await wholeRun({ meanwhile }))).toBeUndefined();
  });

  test('gets one later', async () => {
    const meanwhile = setTime(-60);
    expect(await sealIn(await wholeRun({ meanwhile }))).toEqual(whole);
  });
});

describe('a mailbox beside others in one folder', () => {
  onceOnly('has no seal any more where a run without it wrote into the folder', async () => {
    const folder = await wholeRun();
    await wholeRun({ folder, mailbox: 'Other' });
    expect(await sealIn(folder)).toBeUndefined();
    expect(await sealIn(folder, { mailbox: 'Other' })).toMatchObject({ isWhole: true });
  });

  test('is sealed again where the run that wrote into the folder looked at it too', async () => {
    const folder = await wholeRun();
    const { archive } = await openArchive(folder);
    expect(archive.sealed(mailboxName('INBOX', '/'), asked)?.look()).toBe(true);
    await storeAll(await archive.mailbox(mailboxName('Other', '/')), [4]);
    await archive.close();
    expect(await sealIn(folder)).toEqual(whole);
  });

  test('is not where its own file went in the meantime', async () => {
    const folder = await wholeRun();
    const { archive } = await openArchive(folder);
    expect(archive.sealed(mailboxName('INBOX', '/'), asked)?.look()).toBe(true);
    rmSync(fileOf(folder, 2));
    await storeAll(await archive.mailbox(mailboxName('Other', '/')), [4]);
    await archive.close();
    expect(await sealIn(folder)).toBeUndefined();
  });
});

test('a seal that cannot be written is no failure of the run', async () => {
  const meanwhile = (folder: string) => writeFileSync(join(folder, '.mailstow', 'seals'), '');
  expect(await sealIn(await wholeRun({ meanwhile }))).toBeUndefined();
});
