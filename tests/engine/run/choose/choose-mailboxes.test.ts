import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MailstowError } from '../../../../electron/engine/errors.ts';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { fitsPattern } from '../../../../electron/engine/run/choose/mailbox-pattern.ts';
import { isOwn } from '../../../../electron/engine/run/choose/own-mailboxes.ts';
import type { MailboxChoice } from '../../../../shared/model/run.ts';
import type { ServerOptions } from '../../../servers/scripted/options.ts';
import { runsOnScripted } from '../whole-runs.ts';

const mailbox = (name: string, delimiter: string | null = '/', ...attributes: string[]) => ({
  name: mailboxName(name, delimiter),
  attributes,
});

describe('a pattern', () => {
  test.each([
    ['Work', 'Work', true],
    ['Work', 'work', false],
    ['Work', 'Work/2024', false],
    ['Work/*', 'Work/2024/May', true],
    ['Work/*', 'Work', false],
    ['Work/%', 'Work/2024', true],
    ['Work/%', 'Work/2024/May', false],
    ['%', 'Work', true],
    ['*', 'Work/2024', true],
    ['*May', 'Work/2024/May', true],
    ['W.rk', 'Work', false],
    ['[a-z]+', 'work', false],
    ['(Work|Home)', '(Work|Home)', true],
    ['inbox', 'INBOX', true],
    ['in*', 'INBOX', true],
    ['Inbox/Sent', 'INBOX/Sent', true],
    ['INBOX/*', 'inbox/Sent', true],
    ['inboxes', 'INBOXES', false],
    ['Entwu\u0308rfe', 'Entwürfe', true],
    ['line*break', 'line\nbreak', true],
  ])('%j against %j: %s', (pattern, name, fits) => {
    expect(fitsPattern(mailbox(name), pattern)).toBe(fits);
  });

  test('% stops at the separator of the mailbox, whichever that is', () => {
    expect(fitsPattern(mailbox('INBOX.Sent', '.'), 'INBOX%')).toBe(false);
    expect(fitsPattern(mailbox('a]b', ']'), '%')).toBe(false);
    expect(fitsPattern(mailbox('a^b', '^'), '%')).toBe(false);
    expect(fitsPattern(mailbox('a\\b', '\\'), '%')).toBe(false);
    expect(fitsPattern(mailbox('a/b', null), '%')).toBe(true);
  });

  test('that begins with a backslash is a special use, in any case', () => {
    expect(fitsPattern(mailbox('Spam', '/', '\\HasNoChildren', '\\Junk'), '\\junk')).toBe(true);
    expect(fitsPattern(mailbox('Junk'), '\\Junk')).toBe(false);
  });
});

describe('namespaces', () => {
  const of = (personal: string[], otherUsers: string[], shared: string[]) => {
    const all = (prefixes: string[]) => prefixes.map(prefix => ({ prefix, delimiter: '.' }));
    return {
      kind: 'namespace' as const,
      personal: all(personal),
      otherUsers: all(otherUsers),
      shared: all(shared),
    };
  };
  test('what has the prefix of others is theirs, and so is the prefix itself', () => {
    const usual = of([''], ['Other Users.'], ['Shared.']);
    expect(isOwn('INBOX', usual)).toBe(true);
    expect(isOwn('Shared', usual)).toBe(false);
    expect(isOwn('Shared.Team', usual)).toBe(false);
    expect(isOwn('Sharedness', usual)).toBe(true);
    expect(isOwn('Other Users.somebody', usual)).toBe(false);
  });

  test('with Cyrus everything but INBOX. is shared', () => {
    const cyrus = of(['INBOX.'], ['user.'], ['']);
    expect(isOwn('INBOX', cyrus)).toBe(true);
    expect(isOwn('INBOX.Sent', cyrus)).toBe(true);
    expect(isOwn('user.somebody', cyrus)).toBe(false);
    expect(isOwn('bulletin', cyrus)).toBe(false);
  });
});

const tree: ServerOptions = {
  mailboxes: [
    { name: 'INBOX' },
    { name: 'Work', attributes: ['\\Noselect', '\\HasChildren'] },
    { name: 'Work/2024' },
    { name: 'Work/2024/May' },
    { name: 'Was there', attributes: ['\\NonExistent'] },
    { name: 'Spam', attributes: ['\\Junk'] },
    { name: 'Shared/Team' },
    { name: 'Other Users/somebody' },
  ],
  namespaces: '(("" "/")) (("Other Users/" "/")) (("Shared/" "/"))',
};

describe('the mailboxes of a run', () => {
  async function archived(choice: MailboxChoice, options: ServerOptions = tree) {
    const { run } = await runsOnScripted(options);
    const { result, events } = await run({ mailboxes: choice });
    const warnings = events.flatMap(each => (each.event === 'warning' ? each.message : []));
    return { names: result.mailboxes.map(each => each.mailbox), warnings };
  }

  test('all: what can be opened and is the account’s own', async () => {
    const { names } = await archived('all');
    expect(names).toEqual(['INBOX', 'Work/2024', 'Work/2024/May', 'Spam']);
  });

  test('shared ones on request, whether * reaches into them or not', async () => {
    const all = ['INBOX', 'Work/2024', 'Work/2024/May', 'Spam'];
    const shared = ['Shared/Team', 'Other Users/somebody'];
    expect((await archived({ includeShared: true })).names).toEqual([...all, ...shared]);
    const hidden = await archived(
      { includeShared: true },
      {
        ...tree,
        onCommand: ({ tag, name, line }) =>
          name === 'LIST' && / "?\*"? /.test(line)
            ? `* LIST () "/" INBOX\r\n${tag} OK LIST completed\r\n`
            : 'default',
      },
    );
    expect(hidden.names).toEqual(['INBOX', ...shared.toReversed()]);
  });

  test('some, by patterns; one that nothing fits is told', async () => {
    const { names, warnings } = await archived({
      include: ['inbox', 'Work/*', '\\Junk', 'Wrok'],
      exclude: ['Work/%/%'],
    });
    expect(names).toEqual(['INBOX', 'Work/2024', 'Spam']);
    expect(warnings).toEqual(['no mailbox matches "Wrok"']);
  });

  test('none fits: an error that says so', async () => {
    await expect(archived({ include: ['Wrok'] })).rejects.toMatchObject({
      failure: { kind: 'mailbox-not-found', message: 'No mailbox matches your choice.' },
    });
  });

  test('an empty LIST is asked again', async () => {
    let lists = 0;
    const { names } = await archived('all', {
      ...tree,
      onCommand: ({ tag, name }) =>
        name === 'LIST' && ++lists === 1 ? `${tag} OK LIST completed\r\n` : 'default',
    });
    expect(names).toContain('INBOX');
  });

  test('and when it stays empty it is an error, and nothing is taken for deleted', async () => {
    let empty = false;
    const { run } = await runsOnScripted({
      mailboxes: [{ name: 'INBOX', messages: ['Subject: One\r\n\r\n'] }],
      onCommand: ({ tag, name }) =>
        empty && name === 'LIST' ? `${tag} OK LIST completed\r\n` : 'default',
    });
    await run();
    empty = true;
    await expect(run()).rejects.toSatisfy(
      error => error instanceof MailstowError && error.kind === 'mailbox-not-found',
    );
    empty = false;
    expect((await run()).report('INBOX')).toMatchObject({ archived: 1, gone: 0 });
  });

  test('a refused NAMESPACE costs nothing but the distinction', async () => {
    const { names } = await archived('all', {
      ...tree,
      onCommand: ({ tag, name }) =>
        name === 'NAMESPACE' ? `${tag} BAD Unknown command\r\n` : 'default',
    });
    expect(names).toContain('INBOX');
    expect(names).toContain('Shared/Team');
  });

  test('one by name has its separator from LIST, so that it gets its folders', async () => {
    const { run, folder, linesOf } = await runsOnScripted({
      delimiter: '.',
      mailboxes: [
        { name: 'INBOX' },
        { name: 'Work.a/b.May', messages: ['Subject: One\r\n\r\n'] },
        { name: 'Work.a*.May', messages: ['Subject: Two\r\n\r\n'] },
      ],
    });
    await run({ mailboxes: ['Work.a/b.May', 'Work.a*.May'], layout: 'folders', extension: '.eml' });
    expect(readdirSync(`${folder}/Work`).sort()).toEqual(['a%2A', 'a%2Fb']);
    const lines = await linesOf(() => run({ mailboxes: ['inbox'] }));
    expect(lines.filter(line => line.includes('LIST'))).toEqual([]);
  });

  test('one by name that LIST does not show is opened all the same', async () => {
    const { run } = await runsOnScripted({
      delimiter: '.',
      mailboxes: [{ name: 'INBOX' }, { name: 'Hidden.One', messages: ['Subject: One\r\n\r\n'] }],
      onCommand: ({ tag, name, line }) =>
        name === 'LIST' && line.includes('Hidden') ? `${tag} OK LIST completed\r\n` : 'default',
    });
    expect((await run({ mailboxes: ['Hidden.One'] })).result.stored).toBe(1);
  });
});
