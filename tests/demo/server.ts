import { startServer } from '../servers/scripted/server.ts';
import { demoMailboxes } from './mailboxes.ts';

/** A running demo account. */
export interface DemoServer {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Starts the demo account on a free port of 127.0.0.1, without TLS. */
export async function startDemoServer(): Promise<DemoServer> {
  const [user, password] = ['office@example.org', 'demo'];
  const server = await startServer({ users: { [user]: password }, mailboxes: demoMailboxes });
  return { port: server.port, user, password, stop: () => server.stop() };
}
