import { Readable } from 'node:stream';
import { type OutgoingMessage, openEach, type Watch } from './outgoing.ts';
import { FromQuoter } from './quote-from.ts';

const newline = Buffer.from('\n');

/**
 * One mbox file (RFC 4155, quoted as mboxrd has it) of any number of messages, read as it is asked for. The bytes of a
 * message stay as they are, line ends too; the lines between messages end in LF, as programs expect them to.
 */
export function mboxOf(messages: AsyncIterable<OutgoingMessage>, watch: Watch): Readable {
  return Readable.from(pieces(messages, watch), { objectMode: false });
}

async function* pieces(
  messages: AsyncIterable<OutgoingMessage>,
  watch: Watch,
): AsyncGenerator<Buffer> {
  for await (const { message, stream } of openEach(messages, watch)) {
    yield Buffer.from(`From MAILER-DAEMON ${asctime(message.date)}\n`);
    const quoter = new FromQuoter();
    let last: Buffer = newline;
    for await (const piece of stream) {
      for (const part of quoter.take(piece)) {
        if (part.length === 0) continue;
        last = part;
        yield part;
      }
    }
    const rest = quoter.end();
    if (rest.length > 0) {
      last = rest;
      yield rest;
    }
    if (last.at(-1) !== newline[0]) yield newline;
    yield newline;
  }
}

/** `Thu Jan  1 00:00:00 1970`, UTC. */
function asctime(milliseconds: number): string {
  const date = new Date(Math.min(Math.max(milliseconds, 0), Date.UTC(9999, 11, 31)));
  const [weekday, day, month, year, time] = date.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}
