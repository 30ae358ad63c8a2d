import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Starting takes about 0.2 s; this many tries, 50 ms apart, allow for a very busy machine. */
const tries = 400;

/** Whether an IMAP server comes to greet on the port before `ended` does. */
export async function greets(port: number, ended: Promise<void>): Promise<boolean> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (let attempt = 0; attempt < tries && !over; attempt += 1) {
    if (await greetsNow(port)) return true;
    await wait(50);
  }
  return false;
}

function greetsNow(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    const finish = (greeted: boolean): void => {
      socket.destroy();
      resolve(greeted);
    };
    socket.once('data', data => finish(data.subarray(0, 4).toString() === '* OK'));
    socket.once('error', () => finish(false));
    socket.once('end', () => finish(false));
  });
}
