import sax from 'sax';
import type { SignInKind } from '../mail-server.ts';

/** Nothing that describes a mail account comes near these, but for the domains of the largest providers. */
const limits = { depth: 16, elements: 2_000, servers: 20 };

/** By the names of autoconfig; a map, because a stranger may well write `constructor` there. */
export const signInKinds: ReadonlyMap<string, SignInKind> = new Map([
  ['OAuth2', 'oauth2'],
  ['password-cleartext', 'password'],
  ['plain', 'password'],
  ['password-encrypted', 'encrypted-password'],
  ['secure', 'encrypted-password'],
]);

/** What stands in one `incomingServer`; the last of each name counts, but for `authentication`. */
export interface Described {
  readonly protocol: string;
  readonly values: ReadonlyMap<string, string>;
  readonly authentication: readonly string[];
}

/** What stands in a file of autoconfig, as it stands there. */
export interface Settings {
  readonly domains: readonly string[];
  readonly servers: readonly Described[];
}

const provider = 'clientConfig/emailProvider';

/**
 * Reads a file of autoconfig (draft-ietf-mailmaint-autoconfig), by a stranger or from Thunderbird's directory.
 * @returns undefined for what is no such file: damaged, with a document type, or past its bounds
 */
export function readSettings(xml: string): Settings | undefined {
  // No entities but XML's own five: nothing can be made longer than it came, and nothing is fetched.
  const parser = sax.parser(true, options);
  const path: string[] = [];
  const domains: string[] = [];
  const servers: { protocol: string; values: Map<string, string>; authentication: string[] }[] = [];
  let elements = 0;
  let words = '';
  const refuse = () => {
    throw new Refused();
  };
  parser.onerror = refuse;
  parser.ondoctype = refuse;
  parser.onopentag = ({ name, attributes }) => {
    elements += 1;
    path.push(name);
    if (elements > limits.elements || path.length > limits.depth) refuse();
    words = '';
    if (path.join('/') !== `${provider}/incomingServer`) return;
    if (servers.length === limits.servers) refuse();
    servers.push({ protocol: String(attributes.type), values: new Map(), authentication: [] });
  };
  parser.ontext = text => {
    words += text;
  };
  parser.oncdata = text => {
    words += text;
  };
  parser.onclosetag = name => {
    path.pop();
    const parent = path.join('/');
    if (parent === provider && name === 'domain') domains.push(words.trim());
    const server = servers.at(-1);
    if (server === undefined || parent !== `${provider}/incomingServer`) return;
    if (name === 'authentication') server.authentication.push(words.trim());
    else server.values.set(name, words.trim());
  };
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
  return { domains, servers };
}

/** The second is not among the types of the library. */
const options = { trim: true, strictEntities: true };

class Refused extends Error {}
