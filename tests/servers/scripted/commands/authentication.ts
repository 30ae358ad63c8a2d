import { type Argument, expectText, SyntaxFault } from '../arguments.ts';
import { type CommandHandler, type Connection, Refusal } from '../connection.ts';

/** RFC 9051 section 6.2.1: whatever was pipelined behind it is not a command. */
export const startTls: CommandHandler = {
  needs: ['STARTTLS'],
  run: connection => ({
    words: 'OK Begin TLS now',
    async afterwards() {
      await connection.output.flush();
      connection.startTls();
    },
  }),
};

export const login: CommandHandler = {
  run(connection, command) {
    if (connection.offers('LOGINDISABLED'))
      throw new Refusal('NO [PRIVACYREQUIRED] LOGIN is disabled');
    const [user, password] = command.arguments;
    return admit(connection, credential(connection, user), credential(connection, password));
  },
};

/** RFC 4616 (PLAIN), draft-murchison-sasl-login (LOGIN), RFC 4959 (initial response). */
export const authenticate: CommandHandler = {
  async run(connection, command) {
    const mechanism = expectText(command.arguments[0], 'A mechanism').toUpperCase();
    const initial = command.arguments[1];
    if (!connection.offers(`AUTH=${mechanism}`)) throw new Refusal('NO Mechanism not offered');
    if (initial !== undefined && !connection.offers('SASL-IR', 'IMAP4REV2')) {
      throw new Refusal('BAD An initial response was not offered');
    }
    const first = async (challenge: string): Promise<string> =>
      decode(
        initial === undefined ? await connection.prompt(challenge) : expectText(initial, 'Text'),
      );
    if (mechanism === 'PLAIN') {
      const [, user = '', password = ''] = (await first('')).split('\0');
      return admit(connection, user, password);
    }
    const user = await first(Buffer.from('Username:').toString('base64'));
    const password = decode(await connection.prompt(Buffer.from('Password:').toString('base64')));
    return admit(connection, user, password);
  },
};

function decode(base64: string): string {
  if (base64 === '*') throw new Refusal('BAD Cancelled');
  if (base64 === '=') return '';
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw new Refusal('BAD Not base64');
  return Buffer.from(base64, 'base64').toString();
}

/** 8-bit text may stand in a quoted string only after ENABLE UTF8=ACCEPT (RFC 6855 section 3). */
function credential(connection: Connection, argument: Argument | undefined): string {
  if (argument === undefined || argument.kind === 'list')
    throw new SyntaxFault('A string expected');
  if (argument.kind === 'atom') return argument.text;
  const beyondAscii = argument.bytes.some(byte => byte > 0x7e);
  if (argument.form === 'quoted' && beyondAscii && !connection.utf8) {
    throw new SyntaxFault('8-bit text in a quoted string');
  }
  return argument.bytes.toString();
}

function admit(connection: Connection, user: string, password: string): string {
  if (connection.authenticated) throw new Refusal('BAD Logged in already');
  const expected = connection.host.users.get(user);
  if (expected === undefined || expected !== password) {
    throw new Refusal('NO [AUTHENTICATIONFAILED] User name or password is wrong');
  }
  connection.authenticated = true;
  return `OK [CAPABILITY ${connection.host.capabilities(connection).join(' ')}] Logged in`;
}
