import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What Dovecot asks with whether a token is good. */
const introspector = { id: 'dovecot', secret: 'dovecot-secret' };

export interface ProviderOptions {
  /** Seconds that an access token lives. */
  readonly tokenLife?: number;
  /** Who signed in, where it is not whoever was typed. */
  readonly emailOf?: (login: string) => string | undefined;
  /** Names stand in the ID token; otherwise it has to be asked for them. */
  readonly namesInToken?: boolean;
  /** A client ID that is registered; without it clients have to register themselves. */
  readonly clientId?: string;
  readonly registers?: boolean;
  /** Whether people sign in with codes too; yes by default. */
  readonly givesCodes?: boolean;
}

/** An OpenID provider on this computer (`oidc-provider`, certified), where any name signs in with any password. */
export interface OidcProvider {
  readonly issuer: string;
  readonly port: number;
  /** What was asked of it so far, as `POST /token refresh_token 200`. */
  readonly asked: readonly string[];
  /** Every token that was given out. */
  readonly tokens: readonly string[];
  /** How often a question that fits was asked. */
  count(fits: RegExp): number;
  /** Ends all that was granted to a person, as they could on a page of the provider. */
  revokeAll(login: string): Promise<void>;
  /** From now on the answer to everything; undefined: the provider's own. */
  answerWith(
    answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined,
  ): void;
  /** Whether it is there at all; off, connections are refused. */
  turn(state: 'on' | 'off'): Promise<void>;
  stop(): Promise<void>;
}

export async function startProvider(options: ProviderOptions = {}): Promise<OidcProvider> {
  const { tokenLife = 3600, emailOf = login => login, clientId, registers = false } = options;
  const { namesInToken = true, givesCodes = true } = options;
  const asked: string[] = [];
  const tokens: string[] = [];
  const grants = new Map<string, Set<string>>();
  let instead: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  let own: ReturnType<Provider['callback']> | undefined;
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    response.once('close', () => {
      const path = request.url?.split('?', 1)[0];
      asked.push(`${request.method} ${path} ${response.statusCode}`);
    });
    if (instead !== undefined) instead(request, response);
    else void own?.(request, response);
  };
  let server = createServer(listen);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const native = {
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    redirect_uris: ['http://127.0.0.1/callback'],
    response_types: ['code'],
    grant_types: [
      'authorization_code',
      'refresh_token',
      ...(givesCodes ? (['urn:ietf:params:oauth:grant-type:device_code'] as const) : []),
    ],
  } as const;
  const provider = new Provider(issuer, {
    clients: [
      ...(clientId === undefined ? [] : [{ client_id: clientId, ...copied(native) }]),
      {
        client_id: introspector.id,
        client_secret: introspector.secret,
        grant_types: [],
        response_types: [],
        redirect_uris: [],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    scopes: ['openid', 'offline_access', 'email', 'mail'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: !namesInToken,
    findAccount: (_context, login) => ({
      accountId: login,
      claims: () => {
        const email = emailOf(login);
        return { sub: login, ...(email === undefined ? {} : { email, email_verified: true }) };
      },
    }),
    // The answer to an introspection has nothing but the subject otherwise.
    extraTokenClaims: (_context, token) =>
      'accountId' in token && token.accountId ? { username: token.accountId } : undefined,
    issueRefreshToken: async (_context, client, code) =>
      client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    rotateRefreshToken: true,
    pkce: { required: () => true },
    ttl: {
      AccessToken: tokenLife,
      AuthorizationCode: 60,
      DeviceCode: 300,
      RefreshToken: 86_400,
      Session: 3600,
      Grant: 86_400,
      Interaction: 600,
      IdToken: 3600,
    },
    features: {
      devInteractions: { enabled: true },
      deviceFlow: { enabled: givesCodes },
      introspection: {
        enabled: true,
        allowedPolicy: (_context, client) => client.clientId === introspector.id,
      },
      revocation: { enabled: true },
      registration: { enabled: registers },
      userinfo: { enabled: true },
    },
    cookies: { keys: ['only for tests'] },
  });
  provider.on('grant.success', ({ oidc, body }) => {
    const { access_token, refresh_token } = body as Record<string, string | undefined>;
    for (const token of [access_token, refresh_token]) if (token) tokens.push(token);
    const { Grant, AccessToken, RefreshToken } = oidc.entities;
    const login = Grant?.accountId ?? AccessToken?.accountId ?? RefreshToken?.accountId;
    const grantId = Grant?.jti ?? AccessToken?.grantId ?? RefreshToken?.grantId;
    if (login === undefined || grantId === undefined) return;
    grants.set(login, (grants.get(login) ?? new Set()).add(grantId));
  });
  own = provider.callback();
  return {
    issuer,
    port,
    asked,
    tokens,
    count: fits => asked.filter(each => fits.test(each)).length,
    async revokeAll(login) {
      for (const id of grants.get(login) ?? []) {
        const models = [provider.AccessToken, provider.RefreshToken, provider.AuthorizationCode];
        await Promise.all(models.map(model => model.revokeByGrantId(id)));
        await (await provider.Grant.find(id))?.destroy();
      }
    },
    answerWith(answer) {
      instead = answer;
    },
    async turn(state) {
      if (state === 'off') return close(server);
      server = createServer(listen);
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    stop: () => close(server),
  };
}

/** What Dovecot needs to let people in with tokens of a provider, behind its own configuration. */
export function dovecotForTokens(
  { issuer, port }: OidcProvider,
  file: string,
): { conf: string; ext: string } {
  return {
    conf: `
auth_mechanisms = oauthbearer xoauth2 plain login
passdb {
  driver = oauth2
  mechanisms = oauthbearer xoauth2
  args = ${file}
}
`,
    ext: `
introspection_mode = post
introspection_url = http://${introspector.id}:${introspector.secret}@127.0.0.1:${port}/token/introspection
force_introspection = yes
username_attribute = username
active_attribute = active
active_value = true
scope = mail
openid_configuration_url = ${issuer}/.well-known/openid-configuration
`,
  };
}

function close(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise(resolve => server.close(() => resolve()));
}

function copied<Value>(value: Value): {
  -readonly [Key in keyof Value]: Value[Key] extends readonly (infer Each)[] ? Each[] : Value[Key];
} {
  return structuredClone(value) as never;
}
