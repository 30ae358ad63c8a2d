import type { Server, ShownFailure } from '../../../shared/contract.ts';
import { providerAt } from '../../engine/discovery/facts/facts.ts';

/** A login that a well-known provider refused, with what it asks of people and where they can do it. */
export function withProviderAdvice(
  failure: ShownFailure,
  { host, port }: Pick<Server, 'host' | 'port'>,
): ShownFailure {
  if (failure.kind !== 'login-refused') return failure;
  const { note, page } = providerAt(host, port) ?? {};
  return {
    ...failure,
    ...(note === undefined ? {} : { noteKey: note }),
    ...(page === undefined ? {} : { page }),
  };
}
