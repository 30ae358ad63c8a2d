import { MailstowError } from '../../errors.ts';
import { type Argument, atom, list } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import type { StatusResponse, UidRanges } from '../response.ts';
import { formatUidSet, unionAll } from '../uid-set.ts';

/** All given conditions must hold; none given means every message. */
export interface SearchCriteria {
  readonly all?: true;
  readonly unseen?: true;
  /** The days are those of the INTERNALDATE, taken in UTC. */
  readonly receivedSince?: Date;
  readonly receivedBefore?: Date;
  /** Octets, exclusive. */
  readonly largerThan?: number;
  readonly smallerThan?: number;
  /** Not empty. */
  readonly uids?: UidRanges;
  /** CONDSTORE: changed with this mod-sequence or a later one. */
  readonly modseq?: bigint;
}

/** Search keys as they are sent, RFC 9051 section 9. */
export interface SearchProgram {
  readonly keys: readonly Argument[];
  /** A string in it is not ASCII, and the server has not been told of UTF-8 otherwise. */
  readonly isUtf8: boolean;
}

export function searchProgram(keys: readonly Argument[]): SearchProgram {
  return { keys, isUtf8: keys.some(hasUtf8) };
}

function hasUtf8(argument: Argument): boolean {
  if (argument.kind === 'list') return argument.items.some(hasUtf8);
  return argument.kind === 'string' && /[^\x00-\x7f]/.test(argument.text);
}

export interface SearchCompletion {
  readonly uids: UidRanges;
  /** The tagged OK. */
  readonly completion: StatusResponse;
}

export interface SearchOptions {
  readonly esearch: boolean;
  /** No UID above this; undefined for all. */
  readonly upTo?: number;
}

/**
 * RFC 9051 section 6.4.4, with ESEARCH (RFC 4731) where the server offers it
 * @throws MailstowError 'no-uids', scope mailbox, when the server answers OK without saying what it
 *   found, as with an empty ESEARCH (MailKit#1177)
 */
export function uidSearch(
  criteria: SearchCriteria | SearchProgram,
  { esearch, upTo }: SearchOptions,
): Command<SearchCompletion> {
  /** What the responses name; none until the first of them. */
  let found: UidRanges[] | undefined;
  return {
    name: 'UID SEARCH',
    arguments: [
      ...(esearch ? [atom('RETURN'), list([atom('ALL'), atom('COUNT')])] : []),
      ...('keys' in criteria ? programOf(criteria) : searchKeys(criteria).map(atom)),
      ...(upTo === undefined ? [] : [atom('UID'), atom(`1:${upTo}`)]),
    ],
    claim: response => {
      if (response.kind === 'search') {
        found ??= [];
        found.push(response.uids);
        return true;
      }
      if (response.kind !== 'esearch') return false;
      if (response.all || response.count === 0) found ??= [];
      if (response.all) found?.push(response.all);
      return true;
    },
    result: completion => {
      if (found === undefined) throw new MailstowError('no-search-result');
      return { uids: unionAll(found), completion };
    },
  };
}

/** `search-program`, RFC 9051 section 9. */
function programOf({ keys, isUtf8 }: SearchProgram): readonly Argument[] {
  return isUtf8 ? [atom('CHARSET'), atom('UTF-8'), ...keys] : keys;
}

/**
 * `search-key`, RFC 9051 section 9. Every message is asked for as `UID 1:*`: iCloud finds more by it
 * than by ALL (msgvault#436).
 */
function searchKeys(criteria: SearchCriteria): string[] {
  const { unseen, receivedSince, receivedBefore, largerThan, smallerThan, uids, modseq } = criteria;
  const keys: string[] = [];
  if (uids !== undefined) keys.push(`UID ${formatUidSet(uids, Number.POSITIVE_INFINITY).join()}`);
  if (unseen) keys.push('UNSEEN');
  if (receivedSince) keys.push(`SINCE ${searchDate(receivedSince)}`);
  if (receivedBefore) keys.push(`BEFORE ${searchDate(receivedBefore)}`);
  if (largerThan !== undefined) keys.push(`LARGER ${largerThan}`);
  if (smallerThan !== undefined) keys.push(`SMALLER ${smallerThan}`);
  if (modseq !== undefined) keys.push(`MODSEQ ${modseq}`);
  return keys.length > 0 ? keys : ['UID 1:*'];
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `date-text`, RFC 9051 section 9: the day in UTC, of a year with four digits */
export function searchDate(date: Date): string {
  return `${date.getUTCDate()}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
}
