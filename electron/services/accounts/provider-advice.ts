import type { Server, ShownFailure } from '../../../shared/contract.ts';
import { knownServerAt } from './known-servers.ts';

/** A login that a well-known provider refused, with what it asks of people and where they can do it. */
export function withProviderAdvice(
  failure: ShownFailure,
  server: Pick<Server, 'host' | 'port'>,
): ShownFailure {
  if (failure.kind !== 'login-refused') return failure;
  const { noteKey, page } = knownServerAt(server) ?? {};
  return {
    ...failure,
    ...(noteKey === undefined ? {} : { noteKey }),
    ...(page === undefined ? {} : { page }),
  };
}
