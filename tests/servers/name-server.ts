import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a name has, by the type of the record. A `port` of an SRV record is a number from 0 to 65535. */
export type Zone = Readonly<Record<string, readonly DnsRecord[]>>;

type DnsRecord =
  | { readonly type: 'A'; readonly address: string }
  | { readonly type: 'CNAME'; readonly target: string }
  | { readonly type: 'MX'; readonly priority: number; readonly exchange: string }
  | {
      readonly type: 'SRV';
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: string;
    };

const types = { A: 1, CNAME: 5, MX: 15, SRV: 33 } as const;

/** How a name server is at fault. */
export interface NameServerFaults {
  /** Names that are never answered. */
  readonly silent?: readonly string[];
  /** Milliseconds until each answer. */
  readonly delay?: number;
  /** In the place of each answer. */
  readonly broken?: (query: Buffer, answer: Buffer) => Buffer;
}

/** Bytes of the longest answer that a datagram may carry; a longer one is asked for again over TCP. */
const longestDatagram = 1_232;

/**
 * A name server on loopback that knows the zone.
 * @returns its `address:port`, and every name that it was asked for, in lower case
 */
export async function startNameServer(zone: Zone, faults: NameServerFaults = {}) {
  const { silent = [], delay = 0, broken } = faults;
  const asked: string[] = [];
  const waiting = new Set<NodeJS.Timeout>();
  const streams = new Set<Socket>();
  const answer = (query: Buffer, send: (reply: Buffer) => void) => {
    const { name, type, end } = questionOf(query);
    asked.push(name);
    if (silent.includes(name)) return;
    const right = answerTo(zone, query.subarray(0, end), name, type);
    const timer = setTimeout(() => {
      waiting.delete(timer);
      send(broken?.(query, right) ?? right);
    }, delay);
    waiting.add(timer);
  };

  // The same port for both, which TCP has the say about.
  const tcp = createServer(stream => {
    streams.add(stream.on('error', () => undefined));
    stream.on('data', chunk => {
      // One query or more, each behind its length; none is long enough to come in parts.
      for (let at = 0; at < chunk.length; at += 2 + chunk.readUInt16BE(at)) {
        answer(chunk.subarray(at + 2), reply => {
          stream.write(Buffer.concat([numbers(reply.length), reply]));
        });
      }
    });
  }).listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', (query, peer) =>
    answer(query, reply => {
      udp.send(reply.length > longestDatagram ? truncated(reply) : reply, peer.port, peer.address);
    }),
  );
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');

  const stop = async () => {
    for (const timer of waiting) clearTimeout(timer);
    for (const stream of streams) stream.destroy();
    tcp.close();
    await new Promise<void>(resolve => udp.close(() => resolve()));
  };
  return { server: `127.0.0.1:${port}`, asked, stop };
}

function questionOf(query: Buffer) {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const name = labels.join('.').toLowerCase();
  return { name, type: query.readUInt16BE(at + 1), end: at + 5 };
}

function answerTo(zone: Zone, query: Buffer, name: string, type: number): Buffer {
  const answers: Buffer[] = [];
  // The name is that of the question, which stands 12 bytes in.
  let owner: Buffer = Buffer.from([0xc0, 12]);
  let known = zone[name];
  for (let steps = 0; steps < 8; steps += 1) {
    const alias = known?.find(record => record.type === 'CNAME');
    if (alias?.type !== 'CNAME' || type === types.CNAME) break;
    answers.push(recordOf(owner, alias));
    owner = nameOf(alias.target);
    known = zone[alias.target];
  }
  for (const record of known ?? []) {
    if (types[record.type] === type) answers.push(recordOf(owner, record));
  }
  // Standard answer, recursion there; "no such name" where nothing at all is known of it.
  const head = Buffer.from([0x85, zone[name] === undefined ? 0x83 : 0x80, 0, 1, 0, 0, 0, 0, 0, 0]);
  head.writeUInt16BE(answers.length, 4);
  return Buffer.concat([query.subarray(0, 2), head, query.subarray(12), ...answers]);
}

/** Only the question, and the bit that says that there is more. */
function truncated(reply: Buffer): Buffer {
  const short = Buffer.from(reply.subarray(0, questionOf(reply).end));
  short.writeUInt8(0x87, 2);
  short.writeUInt16BE(0, 6);
  return short;
}

function recordOf(owner: Buffer, record: DnsRecord): Buffer {
  const data = dataOf(record);
  const head = Buffer.from([0, types[record.type], 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([owner, head, data]);
}

function dataOf(record: DnsRecord): Buffer {
  switch (record.type) {
    case 'A':
      return Buffer.from(record.address.split('.').map(Number));
    case 'CNAME':
      return nameOf(record.target);
    case 'MX':
      return Buffer.concat([numbers(record.priority), nameOf(record.exchange)]);
    case 'SRV':
      return Buffer.concat([
        numbers(record.priority, record.weight, record.port),
        nameOf(record.target),
      ]);
  }
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

function nameOf(name: string): Buffer {
  const labels = name.split('.').filter(label => label !== '');
  const parts = labels.flatMap(label => [
    Buffer.from([label.length]),
    Buffer.from(label, 'latin1'),
  ]);
  return Buffer.concat([...parts, Buffer.from([0])]);
}
