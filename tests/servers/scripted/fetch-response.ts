import { type Connection, Refusal, type SelectedView } from './connection.ts';
import type { FetchItem } from './fetch-items.ts';
import { type Content, contentOf } from './message.ts';
import type { FetchAlteration } from './options.ts';
import { ConnectionGone } from './output.ts';

/** A message by both of its numbers. */
export interface Numbered {
  readonly uid: number;
  readonly sequence: number;
}

/** Sends one message's answer; undefined where nothing has to be waited for, the common case. */
export function sendFetchResponse(
  connection: Connection,
  view: SelectedView,
  message: Numbered,
  items: readonly FetchItem[],
  asked: readonly string[],
): Promise<void> | undefined {
  const hook = connection.host.options.beforeFetchResponse;
  const { uid, sequence } = message;
  const alteration = hook?.({
    connection: connection.number,
    mailbox: view.mailbox.name,
    uid,
    sequence,
    items: asked,
  });
  if (alteration !== undefined || items.some(each => each.setsSeen)) {
    return sendAltered(connection, view, message, items, alteration ?? {});
  }
  const values = items.map(each => ({ label: each.label, value: valueOfItem(view, uid, each) }));
  if (values.some(({ value }) => typeof value !== 'string')) {
    return sendItems(connection, sequence, values, {});
  }
  const text = values.map(({ label, value }) => `${label} ${value}`).join(' ');
  connection.output.queue(`* ${sequence} FETCH (${text})\r\n`);
  return connection.output.ready();
}

interface LabelledValue {
  readonly label: string;
  readonly value: string | Content;
}

function valueOfItem(view: SelectedView, uid: number, item: FetchItem): string | Content {
  return item.value({ mailbox: view.mailbox, uid, message: view.mailbox.message(uid) });
}

async function sendAltered(
  connection: Connection,
  view: SelectedView,
  { uid, sequence }: Numbered,
  items: readonly FetchItem[],
  alteration: FetchAlteration,
): Promise<void> {
  const { output } = connection;
  if (alteration.delay !== undefined) await connection.pause(alteration.delay);
  if (alteration.before !== undefined) output.queue(alteration.before);
  if (alteration.refuse !== undefined) throw new Refusal(alteration.refuse);
  if (alteration.raw !== undefined) output.queue(alteration.raw);
  if (alteration.raw !== undefined || alteration.skip === true) return output.ready();
  if (items.some(each => each.setsSeen)) markSeen(view, uid);
  const values = items
    .filter(({ label }) => !alteration.omit?.includes(label))
    .map(each => ({
      label: each.label,
      value: altered(valueOfItem(view, uid, each), each, alteration),
    }));
  await sendItems(
    connection,
    sequence,
    alteration.reversed ? values.reverse() : values,
    alteration,
  );
}

function altered(
  value: string | Content,
  item: FetchItem,
  alteration: FetchAlteration,
): string | Content {
  if (item.label === 'RFC822.SIZE') return `${alteration.size ?? value}`;
  if (typeof value === 'string' || alteration.body === undefined) return value;
  return typeof alteration.body === 'string' ? alteration.body : contentOf(alteration.body);
}

function markSeen(view: SelectedView, uid: number): void {
  const flags = view.mailbox.flags(uid);
  if (view.readOnly || flags.includes('\\Seen')) return;
  view.mailbox.setFlags(uid, [...flags, '\\Seen']);
  view.mailbox.changes += 1;
}

async function sendItems(
  connection: Connection,
  sequence: number,
  values: readonly LabelledValue[],
  alteration: FetchAlteration,
): Promise<void> {
  const { output } = connection;
  let separator = `* ${sequence} FETCH (`;
  for (const { label, value } of values) {
    output.queue(`${separator}${label} `);
    separator = ' ';
    if (typeof value === 'string') output.queue(value);
    else await sendLiteral(connection, value, alteration);
  }
  output.queue(')\r\n');
  await output.ready();
}

async function sendLiteral(
  connection: Connection,
  content: Content,
  { announced, stop }: FetchAlteration,
): Promise<void> {
  const { output } = connection;
  output.queue(`{${announced ?? content.size}}\r\n`);
  let sent = 0;
  for (const chunk of content.chunks()) {
    if (stop !== undefined && sent + chunk.length >= stop.at) {
      output.queue(chunk.subarray(0, stop.at - sent));
      return breakOff(connection, stop.how);
    }
    output.queue(chunk);
    sent += chunk.length;
    await output.ready();
  }
}

async function breakOff(connection: Connection, how: 'close' | 'reset' | 'silent'): Promise<never> {
  if (how === 'silent') return connection.staySilent();
  await connection.output.flush();
  connection.end(how);
  throw new ConnectionGone();
}
