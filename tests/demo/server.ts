import { contentOf } from '../servers/scripted/message.ts';
import { startServer } from '../servers/scripted/server.ts';
import { startPop3 } from '../servers/scripted-pop3/server.ts';
import { inbox } from './mailboxes/inbox.ts';
import { demoMailboxes } from './mailboxes.ts';

/** A running demo account. */
export interface DemoServer {
  readonly port: number;
  /** Its inbox by POP3. */
  readonly pop3: number;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Starts the demo account on free ports of 127.0.0.1, without TLS. */
export async function startDemoServer(): Promise<DemoServer> {
  const [user, password] = ['office@example.org', 'demo'];
  const users = { [user]: password };
  const server = await startServer({ users, mailboxes: demoMailboxes });
  const messages = inbox.map(({ bytes }, index) => ({
    bytes: Buffer.concat([...contentOf(bytes).chunks()]),
    uidl: `demo-${index + 1}`,
  }));
  const pop3 = await startPop3({ users, messages });
  return {
    port: server.port,
    pop3: pop3.port,
    user,
    password,
    async stop() {
      await Promise.all([server.stop(), pop3.stop()]);
    },
  };
}
