import * as z from 'zod';
import built from '../../../build/oauth-clients.json' with { type: 'json' };
import { type Client, type ClientSource, client } from '../../../shared/model/provider-sign-in.ts';
import { MailstowError } from '../../engine/errors.ts';
import { JsonFile } from '../json-file.ts';
import { type Issuer, knownIssuer } from './issuer.ts';
import { oauthProviderAt } from './provider-facts.ts';

/** Those of the person, and those that providers gave out when they were asked; by issuer. */
const kept = z.record(z.string(), client.extend({ isRegistered: z.boolean() }));
type Kept = z.infer<typeof kept>;

export interface ClientsOptions {
  /** Of the person's data. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Those of the build, by the keys of providers; anything else there is left out. */
  readonly built?: unknown;
}

/** What Mailstow is called at providers, and where that is from. */
export class Clients {
  readonly #options: ClientsOptions;
  readonly #file: JsonFile<Kept>;

  constructor(options: ClientsOptions) {
    this.#options = options;
    this.#file = new JsonFile<Kept>({
      folder: options.folder,
      name: 'oauth-clients.json',
      what: 'clients',
      empty: {},
      parse: content => kept.parse(content),
      migrations: [],
      isShared: true,
    });
  }

  /** The person's own, a variable's, the build's, or one that was or can be asked for; undefined where there is none. */
  of(issuer: Issuer): { readonly source: ClientSource; readonly client?: Client } | undefined {
    const { key } = issuer.known ?? {};
    const { [issuer.server.issuer]: own } = this.#file.read();
    if (own?.isRegistered === false) return { source: 'own', client: withoutMark(own) };
    const named = key && fromVariables(key, this.#options.env);
    if (named !== undefined) return { source: 'variable', client: named };
    const bundled = key && fromBuild(key, this.#options.built ?? built);
    if (bundled !== undefined) return { source: 'build', client: bundled };
    if (own !== undefined) return { source: 'registration', client: withoutMark(own) };
    const { registration_endpoint: registration } = issuer.server;
    return registration === undefined ? undefined : { source: 'registration' };
  }

  keep({ server }: Issuer, client: Client, isRegistered: boolean): void {
    this.#file.write({ ...this.#file.read(), [server.issuer]: { ...client, isRegistered } });
  }

  /** One that was asked for and is not taken any more is asked for again; the person's own stays theirs. */
  forgetRegistered({ server }: Issuer): void {
    const { [server.issuer]: own, ...others } = this.#file.read();
    if (own?.isRegistered === true) this.#file.write(others);
  }
}

/** Whether a person can sign in with the provider of a mail server without a client ID of their own. */
export function hasClientAt(host: string, clients: Clients): boolean {
  const known = oauthProviderAt(host);
  return known !== undefined && clients.of(knownIssuer(known)) !== undefined;
}

export function clientNeeded({ name }: Issuer): MailstowError {
  return new MailstowError('client-id-needed', { args: { provider: name } });
}

function withoutMark({ isRegistered: _, ...client }: Kept[string]): Client {
  return client;
}

function fromVariables(key: string, env: ClientsOptions['env']): Client | undefined {
  const name = `MAILSTOW_${key.toUpperCase()}_CLIENT`;
  return readClient({ id: env[`${name}_ID`], secret: env[`${name}_SECRET`] || undefined });
}

function fromBuild(key: string, all: unknown): Client | undefined {
  const rows = z.record(z.string(), z.unknown()).safeParse(all);
  return readClient(rows.data?.[key]);
}

function readClient(value: unknown): Client | undefined {
  return client.safeParse(value).data;
}
