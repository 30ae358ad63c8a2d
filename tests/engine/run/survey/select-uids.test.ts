import { describe, expect, test } from 'vitest';
import type { Selection } from '../../../../shared/model/mailbox.ts';
import type { ServerOptions } from '../../../servers/scripted/options.ts';
import { messageFiles, runsOnScripted } from '../whole-runs.ts';

const day = (text: string) => Date.parse(`${text}Z`);

/** UID 1 to 5: seen but for 3; 100, 200 … 500 bytes; the first of May to the fifth, at noon. */
const messages = [1, 2, 3, 4, 5].map(number => ({
  bytes: `Subject: ${number}\r\n\r\n`.padEnd(number * 100, 'x'),
  flags: number === 3 ? [] : ['\\Seen'],
  internalDate: new Date(day(`2024-05-0${number}T12:00`)),
}));
const mailboxes = [{ name: 'INBOX', messages }];

async function selected(part: Partial<Selection>, options: ServerOptions = {}) {
  const { run, folder } = await runsOnScripted({ mailboxes, ...options });
  const selection = { headersOnly: false, unseenOnly: false, ...part };
  const { report } = await run({ selection });
  const { onServer, selected, archived, missing } = report('INBOX');
  const uids = Object.keys(messageFiles(folder)).map(name => Number(/(\d+)\.txt$/.exec(name)?.[1]));
  expect({ onServer, selected, archived, missing }).toEqual({
    onServer: 5,
    selected: uids.length,
    archived: uids.length,
    missing: 0,
  });
  return uids;
}

const cases: [string, Partial<Selection>, number[]][] = [
  ['since a day', { receivedSince: day('2024-05-03T00:00') }, [3, 4, 5]],
  ['since any moment of that day', { receivedSince: day('2024-05-03T23:59') }, [3, 4, 5]],
  ['before a day', { receivedBefore: day('2024-05-03T00:00') }, [1, 2]],
  ['before any moment of that day', { receivedBefore: day('2024-05-03T23:59') }, [1, 2]],
  [
    'between two days',
    { receivedSince: day('2024-05-02T00:00'), receivedBefore: day('2024-05-04T00:00') },
    [2, 3],
  ],
  ['larger', { largerThan: 300 }, [4, 5]],
  ['smaller', { smallerThan: 300 }, [1, 2]],
  ['unseen', { unseenOnly: true }, [3]],
  ['unseen and larger', { unseenOnly: true, largerThan: 300 }, []],
  [
    'all at once',
    {
      unseenOnly: true,
      receivedSince: day('2024-05-03T00:00'),
      receivedBefore: day('2024-05-04T00:00'),
      largerThan: 299,
      smallerThan: 301,
    },
    [3],
  ],
];

describe('a selection', () => {
  test.each(cases)('%s', async (_name, part, uids) => {
    expect(await selected(part)).toEqual(uids);
  });

  test.each(cases)('%s, on a server whose SEARCH fails', async (_name, part, uids) => {
    const onCommand: ServerOptions['onCommand'] = ({ tag, name }) =>
      name === 'UID SEARCH' ? `${tag} NO SEARCH Backend error\r\n` : 'default';
    expect(await selected(part, { onCommand })).toEqual(uids);
  });

  test.each(cases)('%s, on a server whose SEARCH says nothing', async (_name, part, uids) => {
    const onCommand: ServerOptions['onCommand'] = ({ tag, name }) =>
      name === 'UID SEARCH' ? `${tag} OK SEARCH completed\r\n` : 'default';
    expect(await selected(part, { onCommand })).toEqual(uids);
  });

  test('asks by SEARCH alone where that answers', async () => {
    const { run, linesOf } = await runsOnScripted({ mailboxes });
    const part = { receivedSince: day('2024-05-03T00:00'), largerThan: 300, smallerThan: 500 };
    const selection = { headersOnly: false, unseenOnly: true, ...part };
    const lines = await linesOf(() => run({ selection }));
    expect(lines.filter(line => line.includes('UNSEEN'))).toEqual([
      'UID SEARCH RETURN (ALL COUNT) UNSEEN SINCE 3-May-2024 LARGER 300 SMALLER 500',
    ]);
    expect(lines.filter(line => /FETCH.*(INTERNALDATE|SIZE)/.test(line))).toEqual([]);
  });

  test('what the server does not tell leaves no message out', async () => {
    const onCommand: ServerOptions['onCommand'] = ({ tag, name }) =>
      name === 'UID SEARCH' ? `${tag} NO SEARCH Backend error\r\n` : 'default';
    const beforeFetchResponse: ServerOptions['beforeFetchResponse'] = ({ items, uid }) =>
      uid === 1 && !items.some(item => item.startsWith('BODY'))
        ? { omit: ['INTERNALDATE', 'RFC822.SIZE'] }
        : undefined;
    const part = { receivedSince: day('2024-05-03T00:00') };
    expect(await selected(part, { onCommand, beforeFetchResponse })).toEqual([1, 3, 4, 5]);
  });

  test('a capped SEARCH does not cap the archive', async () => {
    const { run } = await runsOnScripted({
      searchLimit: 1000,
      mailboxes: [
        {
          name: 'INBOX',
          lazy: { count: 1500, message: uid => ({ bytes: `Subject: ${uid}\r\n\r\n` }) },
        },
      ],
    });
    const selection = { headersOnly: false, unseenOnly: true, smallerThan: 17 };
    // Subject: 1 to 999 with its line ends has at most 16 bytes.
    expect((await run({ selection })).report('INBOX')).toMatchObject({
      onServer: 1500,
      selected: 999,
      archived: 999,
    });
  });
});
