import type { Output } from '../../../shared/contract.ts';
import { defaults } from '../../../shared/defaults.ts';
import type { SearchWay } from '../../../shared/model/provider.ts';
import { type Discovery, discover } from '../../engine/discovery/discover.ts';
import type { MailServer } from '../../engine/discovery/mail-server.ts';

type Guess = Output<'accounts.guess'>;

/**
 * Where the server of an address is; what is usual where none is found.
 * @param signal ends the search
 * @throws MailstowError for what is no address
 */
export async function guessServer(
  email: string,
  signal?: AbortSignal,
  search: typeof discover = discover,
): Promise<Guess> {
  const discovery = await search(email, signal ? { signal } : {});
  const { address, found, closed } = discovery;
  const usual = {
    host: `imap.${address.domain}`,
    port: defaults.portTls,
    security: 'tls',
  } as const;
  const nothing = { server: usual, user: address.whole, asked: asked(discovery) };
  if (closed !== undefined) {
    return { ...nothing, noteKey: closed.note, page: closed.page, isClosed: true };
  }
  if (found === undefined) return nothing;
  const { way, server, others, isElsewhere, note, page } = found;
  const advice = {
    ...(note === undefined ? {} : { noteKey: note }),
    ...(page === undefined ? {} : { page }),
  };
  const known = placeOf(server);
  if (known === undefined) return { ...nothing, ...advice };
  const isOfTables = way === 'provider' || way === 'directory';
  const other = others.find(each => each.protocol === 'pop3' && server.protocol === 'imap');
  const otherWay = isOfTables && other ? placeOf(other) : undefined;
  return { ...advice, ...known, isElsewhere, ...(otherWay !== undefined && { otherWay }) };
}

/** @returns undefined for what mail cannot be fetched by */
function placeOf({ protocol, host, port, security, userName }: MailServer) {
  if (protocol === 'jmap') return undefined;
  const by = protocol === 'imap' ? {} : { protocol };
  return { server: { ...by, host, port, security }, user: userName };
}

/** By the way of asking, each name once. */
function asked({ asked: questions }: Discovery): NonNullable<Guess['asked']> {
  const ways = new Map<SearchWay, Set<string>>();
  for (const { way, name } of questions) {
    const names = ways.get(way) ?? new Set();
    ways.set(way, names.add(name));
  }
  return [...ways].map(([way, names]) => ({ way, names: [...names] }));
}
