import type { AuthorizationServer } from 'oauth4webapi';

/** What is known of a provider's own sign-in (OAuth 2) without asking anybody. */
export interface OAuthProvider {
  /** In `build/oauth-clients.json`, and in capitals in the names of environment variables. */
  readonly key: 'microsoft' | 'google' | 'yahoo' | 'aol' | 'yandex' | 'fastmail';
  /** As people call it. */
  readonly name: string;
  /** Its mail servers. */
  readonly hosts: readonly string[];
  /** Its endpoints. `{tenantid}` in the issuer stands for what each tenant has in its place. */
  readonly server: AuthorizationServer;
  readonly scopes: Scopes;
  /** What the page leads back to; any port. */
  readonly redirect: RedirectForm;
  /** What its authorization endpoint wants to be told besides. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** It gives every client a secret, which is none in a program that anyone can install, and wants it back. */
  readonly hasSecret?: boolean;
  /** Where a person gets a client ID of their own; absent where they need none or get none. */
  readonly ownClientPage?: string;
  /** The provider's own pages about it; no row was tried at the provider itself yet. */
  readonly source: readonly string[];
}

export interface Scopes {
  readonly ask: readonly string[];
  /** The one without which no mail is read. */
  readonly mail: string | undefined;
}

/** RFC 8252 section 7.3 names the address; some providers register the name instead. */
export interface RedirectForm {
  readonly host: '127.0.0.1' | 'localhost';
  readonly path: string;
}
