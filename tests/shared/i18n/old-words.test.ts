import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mailstowProgram } from '../../../electron/cli/mailstow/program.ts';
import { imapclProgram } from '../../../electron/cli/manual/imapcl-program.ts';
import { manPage } from '../../../electron/cli/manual/man-page.ts';
import { en } from '../../../shared/i18n/en/index.ts';
import { textsOf } from './catalogues.ts';

/** A sentence as it once stood, and what finds it where a part of it varied. */
type Old = string | readonly [sentence: string, pattern: RegExp];

/** What native readers found translated; none of it may come back. */
const sentences: readonly Old[] = [
  'Whose mail is it?',
  'What is to be kept?',
  'Where is it to be kept?',
  'Folders that you make later are kept too.',
  'Spam and Trash only if you tick them.',
  'Leaves out texts and attachments; keeps who wrote when about what.',
  'Leaves out everything that you have read already.',
  'The password cannot be kept safely here, so you are asked before each run.',
  'Without it, you are asked before each run.',
  'A certificate only if your server needs one of its own:',
  'Encrypted after greeting (STARTTLS)',
  'everybody on the way can read your password and your mail',
  'Nobody vouches for this server',
  'somebody in between who wants your password, which has not been sent',
  'Ask whoever runs the server for the fingerprint',
  'go on only if it is the same as this one',
  'Trust exactly this certificate',
  'Connect with it',
  'It works: the server accepts this address and password.',
  'These are the folders of the computer that Mailstow runs on.',
  [
    '2,979 messages in 14 folders of jana@example.org will be kept in /mail',
    /messages?(\}\})? in .+ of .+ will be kept in/,
  ],
  'Nothing is changed or deleted on the server.',
  'What is stored stays stored.',
  'The next run goes on from there.',
  'The run did not come to its end.',
  'Go on with the set-up',
  'Look at your mail',
  'Look at the mail',
  ['Last tried on 2 Jan: not complete', /last tried on .+: not complete/],
  ['Complete on 2 Jan: 2,979 messages', /complete on .+: .+ messages?/],
  'Nothing has been archived yet since Mailstow was started.',
  [
    '1 picture from elsewhere was not loaded, so that the sender does not learn that you read this.',
    /pictures? from elsewhere|does not learn that you read this/,
  ],
  'Load for this message',
  'This message is not put together as it should be.',
  'Open its file with the mail program that has your key.',
  'Could do harm',
  'Turn the order round',
  'No message fits the filter.',
  'Choose a message to read it here.',
  'Set up an account and archive it; then its mail is here.',
  'As the system has it',
  'It sends nothing to anybody but your mail servers.',
  'This page is no longer signed in to Mailstow.',
  'Open the address that Mailstow printed when it started once more.',
  [
    'No connection to localhost:22995 came about within 30 s.',
    /no connection to .+ came about within/,
  ],
  [
    'No connection to localhost:22996: nothing listens there, or it was refused.',
    /no connection .+: nothing listens there/,
  ],
  [
    'No secure connection to localhost:22996 came about: what it answers is not TLS.',
    /no secure connection .+ came about/,
  ],
  [
    '/mail is no mail archive: there are no messages of Mailstow in it.',
    /is no mail archive|there are no messages of mailstow in it/,
  ],
  'Name the folder that was given to the run',
  [
    'The folder /mail holds the mail of jana on a.example, not of eva on b.example.',
    /holds the mail of .+ on .+, not of .+ on /,
  ],
  'accepts no password from other programs any more, only a sign-in on its own page',
  ['GMX lets other programs in only after you allow POP3 and IMAP', /lets other programs in only/],
  ['A folder cannot be called a/../b:*.', /a folder cannot be called/],
  "The server's own words",
  [
    'Error: Nope: The server does not open the mailbox Nope.',
    /the server does(n't| not) open the mailbox/,
  ],
  [
    'Give --auth-file FILE or --password-variable NAME, or type it when asked.',
    /or type it when asked/,
  ],
  'Every mailbox in full, also what an "all mail" mailbox holds already',
];

/** Labels, which are words of other sentences too: none is the whole of a text under these keys. */
const labels: readonly (readonly [label: string, under: RegExp])[] = [
  ['Needed, about', /^app\./],
  ['Free', /^app\./],
  ['Go on', /^app\./],
  ['Ended early', /^app\./],
  ['Together', /^app\./],
  ['Kept in {{folder}}', /^app\./],
  ['Not archived yet', /^app\./],
  ['Archive of {{email}}', /^app\./],
  ['From', /^app\.library\./],
  ['To', /^app\.library\.(?!recipients$)/],
  ['Show all', /^app\./],
  ['Look', /^app\./],
  ['Good to know', /^(app|report)\./],
];

const plain = (text: string) =>
  text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();

/** What finds an old sentence in a text that went through `plain`. */
const finders = sentences.map(old => {
  if (typeof old !== 'string')
    return { sentence: old[0], finds: (text: string) => old[1].test(text) };
  const searched = plain(old);
  return { sentence: old, finds: (text: string) => text.includes(searched) };
});

const root = resolve(import.meta.dirname, '../../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** Line by line, without comments, so that a pattern stays within one text. */
function codeOf(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => read(join(room, name)).split('\n'))
    .filter(line => !/^\s*(\/\/|\/?\*)/.test(line));
}

function helpAndManual(): string[] {
  const programs = [
    imapclProgram(),
    mailstowProgram(
      async () => {},
      () => {},
    ),
  ];
  return programs.flatMap(program => [
    program.helpText(),
    // Hyphens and backslashes are escaped there.
    ...manPage(program, '1.0.0', '2024-03-01').replaceAll('\\-', '-').split('\n'),
  ]);
}

const catalogue = textsOf(en);
const places = {
  'the English catalogues': catalogue.map(([, text]) => text),
  'help and manual': helpAndManual(),
  'what the programs say': [...codeOf('electron'), ...codeOf('shared/model')],
  'the README': read('README.md').split(/\n{2,}/),
};

test.each(finders)('$sentence is found where it stands', ({ sentence, finds }) => {
  expect(finds(plain(`… ${sentence.toUpperCase().replaceAll("'", '’')} …`))).toBe(true);
});

describe.each(Object.entries(places))('in %s', (_place, texts) => {
  test('none of the old sentences is left', () => {
    expect(texts.length).toBeGreaterThan(20);
    const left = texts.flatMap(text => {
      const searched = plain(text);
      return finders
        .filter(({ finds }) => finds(searched))
        .map(({ sentence }) => ({ sentence, text }));
    });
    expect(left).toEqual([]);
  });
});

test('none of the old labels is left', () => {
  for (const [, under] of labels) expect(catalogue.some(([key]) => under.test(key))).toBe(true);
  const left = catalogue.filter(([key, text]) =>
    labels.some(([label, under]) => under.test(key) && plain(text) === plain(label)),
  );
  expect(left).toEqual([]);
});
