import type { ExitCodeName } from '../../../shared/model/exit-codes.ts';
import {
  type DiscoverOptions,
  type Discovery,
  discover,
  type Outcome,
} from '../../engine/discovery/discover.ts';
import type { MailServer } from '../../engine/discovery/mail-server.ts';
import { MailstowError } from '../../engine/errors.ts';
import { printable } from '../../engine/report/words.ts';
import type { Action } from './command.ts';
import type { discoverOptions } from './option-tables.ts';

export const discoverServer: Action<typeof discoverOptions> = (
  { values, operands },
  surroundings,
) => discoverIn({}, { values, operands }, surroundings);

/** @param where the network that is asked */
export async function discoverIn(
  where: Pick<DiscoverOptions, 'network'>,
  { values, operands }: Parameters<typeof discoverServer>[0],
  { stdout, signal }: Pick<Parameters<typeof discoverServer>[1], 'stdout' | 'signal'>,
): Promise<ExitCodeName> {
  const [email = ''] = operands;
  const offline = values.offline ?? false;
  const discovery = await discover(email, { signal, offline, ...where });
  if (signal.aborted) throw new MailstowError('search-stopped');
  const { found, address } = discovery;
  if (values.json) {
    stdout.write(`${JSON.stringify(asJson(discovery), undefined, 2)}\n`);
    return found === undefined ? 'NO_IP_ADDR_FOUND' : 'SUCCESS';
  }
  stdout.write(`${asLines(discovery).map(printable).join('\n')}\n`);
  if (found !== undefined) return 'SUCCESS';
  const { provider } = discovery.closed?.page ?? {};
  if (provider !== undefined)
    throw new MailstowError('provider-without-imap', { args: { provider } });
  throw new MailstowError('no-server-found', { args: { domain: address.domain } });
}

/** What `--json` prints. */
function asJson({ address, found, closed, asked }: Discovery) {
  const { whole, domain } = address;
  if (found === undefined) {
    const reason = closed === undefined ? 'not-found' : 'no-imap';
    const { provider = null, address: page = null } = closed?.page ?? {};
    return { address: whole, domain, found: false, reason, provider, page, asked };
  }
  const { way, server, others, isElsewhere, page } = found;
  return {
    ...{ address: whole, domain, found: true, source: way, ...server },
    elsewhere: isElsewhere,
    page: page?.address ?? null,
    others,
    asked,
  };
}

const ways = {
  provider: 'Mailstow’s table of providers',
  directory: 'Thunderbird’s directory, as it comes with Mailstow',
  settings: 'settings published over https',
  dns: 'DNS',
  guess: 'tried',
} as const;

const outcomes: Readonly<Record<Outcome, string>> = {
  found: 'found',
  'not-found': 'nothing',
  unreachable: 'no answer',
  'not-trusted': 'its certificate cannot be verified',
  refused: 'its answer cannot be used',
  pop3: 'POP3, not IMAP',
  'too-late': 'no answer in time',
};

function asLines({ address, found, closed, asked }: Discovery): string[] {
  if (closed !== undefined) return [`Page:      ${closed.page.address}`];
  if (found === undefined) {
    return asked.map(({ way, name, port, outcome }) => {
      const place = port === undefined ? name : `${name}, port ${port}`;
      return `${place} (${ways[way]}): ${outcomes[outcome]}`;
    });
  }
  const { way, server, others, isElsewhere, page } = found;
  const lines = [
    `Server:    ${place(server)}`,
    `User name: ${server.userName}`,
    `Sign-in:   ${server.signIn.join(', ')}`,
    `Found in:  ${ways[way]}`,
    ...others.map(other => `Also:      ${place(other)}`),
    ...(page === undefined ? [] : [`Page:      ${page.address}`]),
  ];
  if (!isElsewhere) return lines;
  return [
    ...lines,
    `This server lies outside of ${address.domain}. Make sure that it is your provider’s before you send it a password.`,
  ];
}

function place({ protocol, host, port, security }: MailServer): string {
  const name = protocol.toUpperCase();
  return `${name} ${host}, port ${port}, ${security === 'tls' ? 'TLS' : 'STARTTLS'}`;
}
