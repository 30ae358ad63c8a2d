import { onTestFinished } from 'vitest';
import type { RunRequest } from '../../../shared/model/run.ts';
import type { Pop3ServerOptions } from '../../servers/scripted-pop3/options.ts';
import { type ScriptedPop3, startPop3 } from '../../servers/scripted-pop3/server.ts';
import { accountAt, type TestAccount } from '../run/test-account.ts';

/** An account on a scripted POP3 server of the test's own. */
export async function dropAccount(
  options: Pop3ServerOptions,
  changes: Partial<RunRequest['server']> = {},
): Promise<TestAccount & { readonly server: ScriptedPop3 }> {
  const server = await startPop3(options);
  onTestFinished(() => server.stop());
  const account = accountAt({ port: server.port, protocol: 'pop3', ...changes });
  return Object.assign(account, { server });
}
