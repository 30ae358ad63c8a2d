import { expect, test } from 'vitest';
import type { CommandAnswer, ReceivedCommand } from '../../../servers/scripted/options.ts';
import { numbered, scriptedAccount } from '../test-account.ts';

const mailboxes = [numbered(2).mailbox, numbered(3, 'Second').mailbox];

/** What a run can do without, and how servers fail to say it; `TAG` stands for the tag. */
const answers = {
  NAMESPACE: [
    '* NAMESPACE (("" "/"\r\nTAG OK\r\n',
    '* NAMESPACE (("" "/"))\r\nTAG OK\r\n',
    '* NAMESPACE NIL NIL NIL\r\nTAG OK\r\n',
    '* NAMESPACE NIL NIL (("" "/"))\r\nTAG OK\r\n',
    '* NAMESPACE nonsense\r\nTAG OK\r\n',
  ],
  ID: ['* ID nonsense\r\nTAG OK\r\n', '* ID ("name"\r\nTAG OK\r\n'],
  CAPABILITY: ['* CAPABILITY\r\nTAG OK\r\n'],
  ENABLE: ['* ENABLED (\r\nTAG OK\r\n', '* ENABLED\r\nTAG OK\r\n'],
} as const;
const ofAny = ['TAG NO no\r\n', 'TAG BAD what\r\n', 'TAG OK\r\n', 'TAG NO [UNAVAILABLE] later\r\n'];
const cases = Object.entries(answers).flatMap(([name, own]) =>
  [...own, ...ofAny].map(each => [name, each] as const),
);

test.each(cases)('an optional answer never ends a run: %s %j', async (optional, answer) => {
  const instead = ({ name, tag }: ReceivedCommand): CommandAnswer =>
    name === optional ? answer.replaceAll('TAG', tag) : 'default';
  const account = await scriptedAccount({ mailboxes, onCommand: withoutVolunteering(instead) });
  expect(await account.run({ mailboxes: 'all' })).toMatchObject({ stored: 5, problems: [] });
  const isAsked = account.server.commands.some(({ name }) => name === optional);
  expect(isAsked || optional === 'ENABLE').toBe(true);
});

test.each([
  '* STATUS "Second" (MESSAGES\r\n',
  '* STATUS "Second" (MESSAGES x UIDNEXT y)\r\n',
  '* STATUS\r\n',
])('a row of LIST-STATUS that cannot be read: %j', async row => {
  const account = await scriptedAccount({
    mailboxes,
    onCommand: ({ name }) => (name === 'LIST' ? { before: row } : 'default'),
  });
  expect(await account.run({ mailboxes: 'all' })).toMatchObject({ stored: 5, problems: [] });
});

/** The OK of the login tells no capabilities, so that they are asked for. */
function withoutVolunteering(instead: (command: ReceivedCommand) => CommandAnswer) {
  return (command: ReceivedCommand): CommandAnswer =>
    command.name === 'LOGIN' ? { completion: 'OK in' } : instead(command);
}
