import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test as onceOnly } from 'vitest';
import { BegunMessage } from '../../../../electron/engine/run/download/begun-message.ts';
import { HeadKeeper } from '../../../../electron/engine/run/download/head-keeper.ts';
import { fileOf, test } from '../../../both-layouts.ts';
import { Random } from '../../../fixtures/mail/random.ts';
import type { FetchAlteration, ServerOptions } from '../../../servers/scripted/options.ts';
import { eventsOf, scriptedAccount } from '../test-account.ts';

const megabyte = 1_000_000;
/** A busy machine takes its time over many megabytes. */
const patient = { patience: 60_000 };

/** A message with no two places alike. */
function large(bytes: number, seed: number): Buffer {
  const random = new Random(seed);
  const message = Buffer.alloc(bytes);
  for (let at = 0; at < bytes - 4; at += 4) message.writeUInt32LE(random.integer(0, 2 ** 31), at);
  message.write('Subject: large\r\n\r\n', 'latin1');
  return message;
}

const message = large(12 * megabyte, 1);
const small = 'Subject: small\r\n\r\nsmall\r\n';

function account(options: ServerOptions) {
  return scriptedAccount({
    mailboxes: [{ name: 'INBOX', messages: [message, small] }],
    ...options,
  });
}

const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Of the file of the large message. */
function sumIn(folder: string): string {
  return sumOf(readFileSync(fileOf(folder, 'MSG_INBOX_1.txt')));
}

function partsAsked(lines: readonly { readonly line: string }[]): number[] {
  return lines.flatMap(({ line }) => /BODY\.PEEK\[\]<(\d+)\./.exec(line)?.[1] ?? []).map(Number);
}

describe('a large message on a line that is cut again and again', () => {
  test('comes whole, each byte about once', async () => {
    const random = new Random(7);
    const { folder, run, server, events } = await account({
      cutAfter: () => ({ bytes: random.integer(2 * megabyte, 3 * megabyte), how: 'close' }),
    });
    expect(await run(patient)).toMatchObject({ stored: 2, problems: [] });
    expect(sumIn(folder)).toBe(sumOf(message));
    expect(server.bytesSent).toBeLessThan(1.2 * message.length);
    const parts = partsAsked(server.commands);
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
    expect(server.connections.length).toBeGreaterThan(3);
    expect(readdirSync(folder, { recursive: true }).filter(name => /part/.test(`${name}`))).toEqual(
      [],
    );
    expect(events.filter(({ event }) => event === 'problem')).toEqual([]);
  });

  onceOnly('is asked for as a whole where the server gives no parts, or others', async () => {
    const answers: Record<string, FetchAlteration> = {
      refused: { refuse: 'NO no parts' },
      other: { body: message.subarray(5, 2 * megabyte) },
      empty: { body: '""' },
      nothing: { body: 'NIL' },
      resized: { size: message.length + 1 },
    };
    for (const [what, answer] of Object.entries(answers)) {
      const { folder, run, server } = await account({
        cutAfter: connection =>
          connection === 1 ? { bytes: 5 * megabyte, how: 'close' } : undefined,
        beforeFetchResponse: ({ items }) =>
          items.some(item => item.startsWith('BODY.PEEK[]<')) ? answer : undefined,
      });
      expect(await run(patient), what).toMatchObject({ stored: 2, problems: [] });
      expect(sumIn(folder), what).toBe(sumOf(message));
      expect(partsAsked(server.commands), what).toHaveLength(1);
    }
  });

  onceOnly('that a server sends as a whole instead of a part is taken', async () => {
    const whole = Buffer.concat([
      Buffer.from(`* 1 FETCH (UID 1 FLAGS () BODY[] {${message.length}}\r\n`),
      message,
      Buffer.from(')\r\n'),
    ]);
    const { folder, run, server } = await account({
      cutAfter: connection =>
        connection === 1 ? { bytes: 5 * megabyte, how: 'close' } : undefined,
      beforeFetchResponse: ({ items }) =>
        items.some(item => item.startsWith('BODY.PEEK[]<')) ? { raw: whole } : undefined,
    });
    expect(await run(patient)).toMatchObject({ stored: 2, problems: [] });
    expect(sumIn(folder)).toBe(sumOf(message));
    expect(server.bytesSent).toBeLessThan(18 * megabyte);
  });

  onceOnly(
    'at which every connection ends that asks for more is given up, and no other',
    async () => {
      const stuck = await account({
        beforeFetchResponse: ({ uid, items }) => {
          if (uid !== 1) return undefined;
          const isPart = items.some(item => item.startsWith('BODY.PEEK[]<'));
          return { stop: { at: isPart ? 10 : 6 * megabyte, how: 'close' } };
        },
      });
      expect(await stuck.run(patient)).toMatchObject({
        stored: 1,
        problems: [{ uid: 1, kind: 'message-not-stored' }],
      });
      expect(partsAsked(stuck.server.commands)).toHaveLength(3);
      expect(eventsOf(stuck, 'problem')).toHaveLength(1);
    },
  );
});

onceOnly('however a message is cut, its parts make the whole', () => {
  const cuts = fc.array(fc.nat(9_000), { minLength: 1, maxLength: 10 });
  const whole = large(30_000, 3);
  fc.assert(
    fc.property(cuts, fc.integer({ min: 200, max: 5_000 }), (pieces, chunk) => {
      const written: Buffer[] = [];
      const sink = {
        write: (bytes: Buffer) => void written.push(Buffer.from(bytes)),
        end: () => undefined,
        abort: () => undefined,
      };
      const begun = new BegunMessage(whole.length, undefined, new HeadKeeper(sink, sink));
      begun.write(whole.subarray(0, pieces[0]));
      for (const piece of [...pieces, whole.length]) {
        const part = begun.nextPart();
        const prefix = Buffer.from(`* 1 FETCH (UID 1 BODY[]<${part.origin}> {${part.length}}`);
        expect(part.isAnnounced(part.length, prefix)).toBe(true);
        const bytes = whole.subarray(part.origin, part.origin + Math.min(piece, part.length));
        for (let at = 0; at < bytes.length; at += chunk) part.write(bytes.subarray(at, at + chunk));
      }
      expect(begun.isWhole).toBe(true);
      expect(Buffer.concat(written).equals(whole)).toBe(true);
    }),
  );
});
