import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What a name has, by the type of the record. A `port` of an SRV record is a number from 0 to 65535. */
export type Zone = Readonly<Record<string, readonly DnsRecord[]>>;

type DnsRecord =
  | { readonly type: 'A'; readonly address: string }
  | { readonly type: 'MX'; readonly priority: number; readonly exchange: string }
  | {
      readonly type: 'SRV';
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: string;
    };

const types = { A: 1, MX: 15, SRV: 33 } as const;

/**
 * A name server on loopback that knows the zone; a name that is `silent` is never answered.
 * @returns its `address:port`, and every name that it was asked for, in lower case
 */
export async function startNameServer(zone: Zone, silent: readonly string[] = []) {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, peer) => {
    const { name, type, end } = questionOf(query);
    asked.push(name);
    if (silent.includes(name)) return;
    const known = zone[name];
    const answers = (known ?? []).filter(record => types[record.type] === type);
    // Standard answer, recursion there; "no such name" where nothing at all is known of it.
    const head = Buffer.from([0x85, known === undefined ? 0x83 : 0x80, 0, 1, 0, 0, 0, 0, 0, 0]);
    head.writeUInt16BE(answers.length, 4);
    const reply = [query.subarray(0, 2), head, query.subarray(12, end)];
    socket.send(Buffer.concat([...reply, ...answers.map(record)]), peer.port, peer.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const stop = () => new Promise<void>(resolve => socket.close(() => resolve()));
  return { server: `127.0.0.1:${socket.address().port}`, asked, stop };
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

function record(each: DnsRecord): Buffer {
  const data = dataOf(each);
  // The name is that of the question, which stands 12 bytes in.
  const head = Buffer.from([0xc0, 12, 0, types[each.type], 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function dataOf(each: DnsRecord): Buffer {
  switch (each.type) {
    case 'A':
      return Buffer.from(each.address.split('.').map(Number));
    case 'MX':
      return Buffer.concat([numbers(each.priority), nameOf(each.exchange)]);
    case 'SRV':
      return Buffer.concat([numbers(each.priority, each.weight, each.port), nameOf(each.target)]);
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
