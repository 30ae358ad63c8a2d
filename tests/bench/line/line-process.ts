import { connect, createServer, type Socket } from 'node:net';
import { DelayedQueue } from './delayed-queue.ts';
import { Pace } from './pace.ts';

/**
 * A line between clients and a server on loopback: it delays, carries so much a second from the server, and counts. A
 * process of its own, so that it takes no turns from what is timed.
 * Arguments: port of the server, milliseconds of one round trip, bytes a second.
 */
const [target = 0, roundTrip = 0, bytesPerSecond] = process.argv.slice(2).map(Number);

const pace = bytesPerSecond === undefined ? undefined : new Pace(bytesPerSecond);
/** Bytes of a connection that are on their way, from where the server has to wait. */
const mostWaiting = 1_000_000;

/** What went over the line. */
export interface Traffic {
  /** In both directions, TLS included. */
  bytes: number;
  /** Waits of a client for the server, connecting included. */
  roundTrips: number;
}

let traffic: Traffic = { bytes: 0, roundTrips: 0 };

const listener = createServer({ allowHalfOpen: true }, client => {
  const server = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
  // The handshake of TCP takes no time on loopback, so what a client sends first waits for it here.
  const connected = performance.now() + roundTrip;
  let waiting = false;
  traffic.roundTrips += 1;

  const toServer = new DelayedQueue(roundTrip / 2, connected);
  const toClient = new DelayedQueue(roundTrip / 2, 0, pace);
  let onTheWay = 0;
  client.on('data', chunk => {
    waiting = true;
    traffic.bytes += chunk.length;
    toServer.add(() => server.write(chunk));
  });
  server.on('data', chunk => {
    traffic.bytes += chunk.length;
    onTheWay += chunk.length;
    if (pace !== undefined && onTheWay > mostWaiting) server.pause();
    toClient.add(() => {
      if (waiting) traffic.roundTrips += 1;
      waiting = false;
      onTheWay -= chunk.length;
      if (onTheWay <= mostWaiting) server.resume();
      client.write(chunk);
    }, chunk.length);
  });
  endTogether(client, server, toServer);
  endTogether(server, client, toClient);
});

function endTogether(from: Socket, to: Socket, queue: DelayedQueue): void {
  from.setNoDelay(true);
  from.on('end', () => queue.add(() => to.end()));
  from.on('error', () => to.destroy());
}

listener.listen(0, '127.0.0.1', () => {
  const address = listener.address();
  if (address !== null && typeof address !== 'string') process.send?.(address.port);
});
process.on('message', () => {
  process.send?.(traffic);
  traffic = { bytes: 0, roundTrips: 0 };
});
process.on('disconnect', () => process.exit());
