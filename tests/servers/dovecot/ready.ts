import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Starting takes about 0.2 s; this many tries, 50 ms apart, allow for a very busy machine. */
const tries = 400;

/**
 * Whether a server comes to greet on the port before `ended` does.
 * @param greeting how its greeting begins; absent: as IMAP's does
 */
export async function greets(
  port: number,
  ended: Promise<void>,
  greeting = '* OK',
): Promise<boolean> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (let attempt = 0; attempt < tries && !over; attempt += 1) {
    if (await greetsNow(port, greeting)) return true;
    await wait(50);
  }
  return false;
}

function greetsNow(port: number, greeting: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    const finish = (greeted: boolean): void => {
      socket.destroy();
      resolve(greeted);
    };
    socket.once('data', data => finish(data.toString().startsWith(greeting)));
    socket.once('error', () => finish(false));
    socket.once('end', () => finish(false));
  });
}
