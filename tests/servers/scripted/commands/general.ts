import { expectText } from '../arguments.ts';
import { type CommandHandler, Refusal } from '../connection.ts';

export const capability: CommandHandler = {
  run(connection) {
    const words = connection.host.capabilities(connection).join(' ');
    connection.output.queue(`* CAPABILITY ${words}\r\n`);
    return 'OK CAPABILITY completed';
  },
};

export const noop: CommandHandler = { run: () => 'OK NOOP completed' };

export const logout: CommandHandler = {
  run(connection) {
    connection.output.queue('* BYE Logging out\r\n');
    connection.loggedOut = true;
    return 'OK LOGOUT completed';
  },
};

/** RFC 2971 */
export const id: CommandHandler = {
  needs: ['ID'],
  run(connection) {
    connection.output.queue('* ID ("name" "Scripted" "version" "1")\r\n');
    return 'OK ID completed';
  },
};

/** RFC 5161: only while no mailbox is selected; what is not known is passed over in silence. */
export const enable: CommandHandler = {
  needs: ['ENABLE', 'IMAP4REV2'],
  state: 'authenticated',
  run(connection, command) {
    if (connection.selected !== undefined) throw new Refusal('BAD Unselect the mailbox first');
    const enabled: string[] = [];
    for (const argument of command.arguments) {
      const name = expectText(argument, 'A capability').toUpperCase();
      const known = ['CONDSTORE', 'QRESYNC', 'UTF8=ACCEPT', 'IMAP4REV2'].includes(name);
      if (!known || !connection.offers(name)) continue;
      connection.enabled.add(name);
      if (name === 'QRESYNC') connection.enabled.add('CONDSTORE');
      enabled.push(name === 'IMAP4REV2' ? 'IMAP4rev2' : name);
    }
    connection.output.queue(`* ENABLED${enabled.map(each => ` ${each}`).join('')}\r\n`);
    return 'OK ENABLE completed';
  },
};

/** RFC 2342 */
export const namespace: CommandHandler = {
  needs: ['NAMESPACE', 'IMAP4REV2'],
  state: 'authenticated',
  run(connection) {
    const { namespaces, delimiter = '/' } = connection.host.options;
    const own = `(("" ${delimiter === null ? 'NIL' : JSON.stringify(delimiter)})) NIL NIL`;
    connection.output.queue(`* NAMESPACE ${namespaces ?? own}\r\n`);
    return 'OK NAMESPACE completed';
  },
};
