import { type Argument, expectList, expectText, textOf } from '../arguments.ts';
import { type CommandHandler, type Connection, Refusal } from '../connection.ts';
import type { Mailbox } from '../mailbox.ts';
import { quoteName } from '../mailbox-name.ts';
import { queueStatus } from './status.ts';

/** RFC 5258 (LIST-EXTENDED), RFC 5819 (LIST-STATUS), RFC 6154 (SPECIAL-USE). */
export const list: CommandHandler = {
  state: 'authenticated',
  run(connection, command) {
    const request = parse(connection, command.arguments);
    if (request.patterns.every(each => each === '')) {
      connection.output.queue(`* LIST (\\Noselect) ${delimiterOf(connection)} ""\r\n`);
      return 'OK LIST completed';
    }
    for (const mailbox of matching(connection, request)) {
      const specialUse = mailbox.attributes.some(isSpecialUse);
      if (request.selection.includes('SPECIAL-USE') && !specialUse) continue;
      if (request.selection.includes('SUBSCRIBED') && !mailbox.subscribed) continue;
      queueName(connection, 'LIST', mailbox, mailbox.attributes);
      if (request.status.length > 0 && mailbox.selectable) {
        queueStatus(connection, mailbox, request.status);
      }
    }
    return 'OK LIST completed';
  },
};

export const lsub: CommandHandler = {
  state: 'authenticated',
  run(connection, command) {
    const request = parse(connection, command.arguments);
    for (const mailbox of matching(connection, request)) {
      const attributes = mailbox.attributes.filter(each => !isSpecialUse(each));
      if (mailbox.subscribed) queueName(connection, 'LSUB', mailbox, attributes);
    }
    return 'OK LSUB completed';
  },
};

interface ListRequest {
  readonly selection: readonly string[];
  readonly reference: string;
  readonly patterns: readonly string[];
  readonly status: readonly string[];
}

function parse(connection: Connection, given: readonly Argument[]): ListRequest {
  const extended = given[0]?.kind === 'list';
  const selection = extended ? wordsOf(given[0]) : [];
  const [reference, pattern, word, options] = extended ? given.slice(1) : given;
  const several = pattern?.kind === 'list';
  if (
    (extended || several || word !== undefined) &&
    !connection.offers('LIST-EXTENDED', 'IMAP4REV2') &&
    !(connection.offers('SPECIAL-USE') && !several && (extended || textOf(word) === 'RETURN'))
  ) {
    throw new Refusal('BAD LIST-EXTENDED was not offered');
  }
  const returned = options === undefined ? [] : expectList(options, 'options');
  const statusAt = returned.findIndex(each => textOf(each)?.toUpperCase() === 'STATUS');
  if (statusAt >= 0 && !connection.offers('LIST-STATUS', 'IMAP4REV2')) {
    throw new Refusal('BAD LIST-STATUS was not offered');
  }
  return {
    selection,
    reference: expectText(reference, 'A reference'),
    patterns: several
      ? pattern.items.map(each => expectText(each, 'A pattern'))
      : [expectText(pattern, 'A pattern')],
    status: statusAt < 0 ? [] : wordsOf(returned[statusAt + 1]),
  };
}

function wordsOf(argument: Argument | undefined): string[] {
  return expectList(argument, 'options').flatMap(each => textOf(each)?.toUpperCase() ?? []);
}

function matching(connection: Connection, request: ListRequest): Mailbox[] {
  const { delimiter = '/' } = connection.host.options;
  const expressions = request.patterns.map(pattern => {
    const source = (request.reference + pattern)
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('\\*', '.*')
      .replaceAll(
        '%',
        delimiter === null ? '.*' : `[^${delimiter === '\\' ? '\\\\' : delimiter}]*`,
      );
    return new RegExp(`^${source}$`, 's');
  });
  return connection.host.mailboxes.filter(mailbox => {
    const name = mailbox.wireName(connection.utf8).toString('latin1');
    return expressions.some(
      each => each.test(name) || (name === 'INBOX' && new RegExp(each, 'i').test(name)),
    );
  });
}

function queueName(
  connection: Connection,
  response: string,
  mailbox: Mailbox,
  attributes: readonly string[],
): void {
  connection.output.queue(`* ${response} (${attributes.join(' ')}) ${delimiterOf(connection)} `);
  connection.output.queue(quoteName(mailbox.wireName(connection.utf8)));
  connection.output.queue('\r\n');
}

function delimiterOf(connection: Connection): string {
  const { delimiter = '/' } = connection.host.options;
  return delimiter === null ? 'NIL' : quoteName(Buffer.from(delimiter)).toString();
}

/** RFC 6154 section 2 */
function isSpecialUse(attribute: string): boolean {
  return /^\\(All|Archive|Drafts|Flagged|Junk|Sent|Trash|Important)$/i.test(attribute);
}
