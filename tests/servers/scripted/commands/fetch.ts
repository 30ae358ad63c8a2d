import { type Argument, expectList, expectText, SyntaxFault, textOf } from '../arguments.ts';
import { type CommandHandler, type Connection, Refusal, type SelectedView } from '../connection.ts';
import { type FetchItem, itemNeeds, parseItem, parseItemNames } from '../fetch-items.ts';
import { sendFetchResponse } from '../fetch-response.ts';
import {
  contains,
  formatSequenceSet,
  parseSequenceSet,
  positionsIn,
  type Ranges,
} from '../sequence-set.ts';

export const fetch: CommandHandler = fetching(false);
export const uidFetch: CommandHandler = fetching(true);

/** RFC 9051 section 6.4.5; RFC 7162 for CHANGEDSINCE and VANISHED. */
function fetching(byUid: boolean): CommandHandler {
  return {
    state: 'selected',
    announces: false,
    async run(connection, command) {
      const view = connection.selected;
      if (view === undefined) throw new Refusal('BAD Select a mailbox first');
      const [set, asked, modifiers] = command.arguments;
      const names = parseItemNames(asked);
      const since = changedSince(connection, modifiers);
      const items = itemsFor(connection, names, byUid, since !== undefined);
      const largest = byUid ? (view.uids.at(-1) ?? 0) : view.uids.length;
      const ranges = parseSequenceSet(expectText(set, 'A sequence set'), largest);
      if (since?.vanished === true) queueVanished(connection, view, ranges, since.modseq);
      const upper = names.map(each => each.toUpperCase());
      for (const position of positions(view, ranges, byUid)) {
        const uid = view.uids[position] ?? 0;
        if (!view.mailbox.has(uid)) continue;
        if (since !== undefined && view.mailbox.modseq(uid) <= since.modseq) continue;
        const sent = sendFetchResponse(
          connection,
          view,
          { uid, sequence: position + 1 },
          items,
          upper,
        );
        if (sent !== undefined) await sent;
      }
      return `OK ${command.name} completed`;
    },
  };
}

function itemsFor(
  connection: Connection,
  names: readonly string[],
  byUid: boolean,
  withModseq: boolean,
): FetchItem[] {
  const items = names.map(parseItem);
  const missing = (label: string): boolean => !items.some(each => each.label === label);
  for (const { label } of items) {
    const needed = itemNeeds[label];
    if (needed !== undefined && !connection.offers(needed)) {
      throw new Refusal(`BAD ${needed} was not offered`);
    }
  }
  if (byUid && missing('UID')) items.unshift(parseItem('UID'));
  if (withModseq && missing('MODSEQ')) items.push(parseItem('MODSEQ'));
  if (items.some(each => each.setsSeen) && missing('FLAGS')) items.push(parseItem('FLAGS'));
  return items;
}

function* positions(view: SelectedView, ranges: Ranges, byUid: boolean): Generator<number> {
  if (byUid) {
    yield* positionsIn(view.uids, ranges);
    return;
  }
  for (const [first, last] of ranges) {
    if (first < 1 || last > view.uids.length) throw new SyntaxFault('No such sequence number');
    for (let sequence = first; sequence <= last; sequence += 1) yield sequence - 1;
  }
}

interface ChangedSince {
  readonly modseq: bigint;
  readonly vanished: boolean;
}

function changedSince(
  connection: Connection,
  modifiers: Argument | undefined,
): ChangedSince | undefined {
  if (modifiers === undefined) return undefined;
  const [name, modseq, vanished] = expectList(modifiers, 'modifiers');
  if (textOf(name)?.toUpperCase() !== 'CHANGEDSINCE')
    throw new SyntaxFault('CHANGEDSINCE expected');
  if (!connection.offers('CONDSTORE')) throw new Refusal('BAD CONDSTORE was not offered');
  connection.enabled.add('CONDSTORE');
  if (vanished !== undefined && !connection.enabled.has('QRESYNC')) {
    throw new Refusal('BAD Enable QRESYNC first');
  }
  return {
    modseq: BigInt(expectText(modseq, 'A mod-sequence')),
    vanished: vanished !== undefined,
  };
}

function queueVanished(
  connection: Connection,
  view: SelectedView,
  ranges: Ranges,
  modseq: bigint,
): void {
  const gone = view.mailbox.vanished
    .filter(each => each.modseq > modseq && contains(ranges, each.uid))
    .map(each => each.uid)
    .sort((one, other) => one - other);
  if (gone.length > 0)
    connection.output.queue(`* VANISHED (EARLIER) ${formatSequenceSet(gone)}\r\n`);
}
