import type { Server, ShownFailure } from '../../../shared/contract.ts';
import type { NoteKey } from '../../../shared/model/provider.ts';
import { providerAt } from '../../engine/discovery/facts/facts.ts';

/** Notes that send people to a sign-in which takes a client ID, and the ones for where there is none. */
const withoutClient: Partial<Readonly<Record<NoteKey, NoteKey>>> = {
  outlook: 'outlookNoClient',
  microsoft365: 'microsoft365NoClient',
};

/** What is to be known of providers, as it is with this build and this person's client IDs. */
export class ProviderAdvice {
  readonly #hasClient: (host: string) => boolean;

  /** @param hasClient whether there is a client ID for signing in with the provider of a mail server */
  constructor(hasClient: (host: string) => boolean) {
    this.#hasClient = hasClient;
  }

  /** A login that a well-known provider refused, with what it asks of people and where they can do it. */
  of(failure: ShownFailure, { host, port }: Pick<Server, 'host' | 'port'>): ShownFailure {
    if (failure.kind !== 'login-refused') return failure;
    const { note, page } = providerAt(host, port) ?? {};
    return {
      ...failure,
      ...(note === undefined ? {} : { noteKey: this.note(note, host) }),
      ...(page === undefined ? {} : { page }),
    };
  }

  note(note: NoteKey, host: string): NoteKey {
    const other = withoutClient[note];
    return other === undefined || this.#hasClient(host) ? note : other;
  }
}
