import type { Security } from '../../../../shared/model/account.ts';
import { startTls } from '../../protocol/commands/starttls.ts';
import type { StatusResponse } from '../../protocol/response.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Connection } from '../connection.ts';
import { startTlsMissing, startTlsRefused } from '../refusal.ts';

/**
 * From the opened transport to the point where one can log in: greeting, STARTTLS where it was asked
 * for, capabilities. Without encryption where encryption was asked for nothing goes on: PREAUTH before
 * STARTTLS leaves no way to encrypt (RFC 9051 section 11.1), and what was said before it does not count.
 * @throws MailstowError
 */
export async function greet(
  connection: Connection,
  capabilities: Capabilities,
  security: Security,
): Promise<StatusResponse> {
  const greeting = await connection.greeting();
  await capabilities.refresh(connection);
  if (security !== 'starttls') return greeting;
  if (greeting.status === 'PREAUTH' || !capabilities.has('STARTTLS')) throw startTlsMissing();
  await connection.secure(startTls(), startTlsRefused);
  capabilities.forget();
  await capabilities.refresh(connection);
  return greeting;
}
