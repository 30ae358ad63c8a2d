import { onTestFinished } from 'vitest';
import type { Command } from '../../../electron/engine/protocol/command.ts';
import type { Response } from '../../../electron/engine/protocol/response.ts';
import { Connection } from '../../../electron/engine/session/connection.ts';
import { ServerHabits } from '../../../electron/engine/session/server-habits.ts';
import { Transport } from '../../../electron/engine/session/transport/transport.ts';
import { atom } from '../../../electron/engine/wire/encoder.ts';
import type { Server } from '../../../shared/model/account.ts';
import { type Conversation, startRawServer } from './raw-server.ts';

/** An endpoint without encryption; short deadlines, so that a failing test fails soon. */
export function serverAt(port: number, changes: Partial<Server> = {}): Server {
  return {
    host: '127.0.0.1',
    port,
    security: 'none',
    connectTimeout: 5_000,
    timeout: 5_000,
    ...changes,
  };
}

/** A connection that has been greeted, to a server that then does what `talk` says. */
export async function openConnection(
  talk: (conversation: Conversation) => void | Promise<void>,
  timeout = 5_000,
  signal?: AbortSignal,
) {
  const server = await startRawServer(async conversation => {
    conversation.say('* OK ready\r\n');
    await talk(conversation);
  });
  onTestFinished(() => server.stop());
  const transport = await Transport.open({
    server: serverAt(server.port),
    onWarning: () => {},
    ...(signal && { signal }),
  });
  const unclaimed: Response[] = [];
  const observed: Response[] = [];
  const listener = {
    observed: (response: Response) => observed.push(response),
    unclaimed: (response: Response) => unclaimed.push(response),
  };
  const connection = new Connection(transport, timeout, listener, new ServerHabits());
  onTestFinished(() => connection.destroy());
  await connection.greeting();
  return { connection, unclaimed, observed };
}

/** A command that takes responses of one kind and gives them back. */
export function collect<Kind extends Response['kind']>(
  name: string,
  kind: Kind,
): Command<Extract<Response, { kind: Kind }>[]> {
  const taken: Extract<Response, { kind: Kind }>[] = [];
  const isWanted = (response: Response): response is Extract<Response, { kind: Kind }> =>
    response.kind === kind;
  return {
    name,
    arguments: [],
    claim(response) {
      if (isWanted(response)) taken.push(response);
      return isWanted(response);
    },
    result: () => taken,
  };
}

export function plain(name: string, ...args: string[]): Command<string> {
  return {
    name,
    arguments: args.map(atom),
    claim: () => false,
    result: completion => completion.text,
  };
}

/** What a promise fails with, for assertions on it. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}
