import type { OAuthProvider } from './oauth-provider.ts';

const usualRedirect = { host: '127.0.0.1', path: '/callback' } as const;
/** Of several calls for one grant, those that tell who signed in. */
const whoSignsIn = ['openid', 'email', 'profile'] as const;

/** Providers whose sign-in is described by no server that could be asked, or that a client has to be registered with. */
export const oauthProviders: readonly OAuthProvider[] = [
  {
    key: 'microsoft',
    name: 'Microsoft',
    hosts: ['outlook.office365.com', 'imap-mail.outlook.com', 'outlook.live.com'],
    server: {
      issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
      authorization_endpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      token_endpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      device_authorization_endpoint:
        'https://login.microsoftonline.com/common/oauth2/v2.0/devicecode',
    },
    scopes: {
      ask: [
        'https://outlook.office.com/IMAP.AccessAsUser.All',
        'https://outlook.office.com/POP.AccessAsUser.All',
        'offline_access',
        ...whoSignsIn,
      ],
      mail: 'https://outlook.office.com/IMAP.AccessAsUser.All',
    },
    // Its form for programs takes the name alone, with any port and no path.
    redirect: { host: 'localhost', path: '/' },
    ownClientPage: 'https://entra.microsoft.com/',
    source: [
      'https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth',
      'https://learn.microsoft.com/entra/identity-platform/reply-url',
    ],
  },
  {
    key: 'google',
    name: 'Google',
    hosts: ['imap.gmail.com', 'pop.gmail.com', 'imap.googlemail.com', 'pop.googlemail.com'],
    server: {
      issuer: 'https://accounts.google.com',
      authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
      token_endpoint: 'https://oauth2.googleapis.com/token',
      revocation_endpoint: 'https://oauth2.googleapis.com/revoke',
      userinfo_endpoint: 'https://openidconnect.googleapis.com/v1/userinfo',
      // Its device codes give no access to mail.
    },
    scopes: { ask: ['https://mail.google.com/', ...whoSignsIn], mail: 'https://mail.google.com/' },
    redirect: usualRedirect,
    // Without the consent no refresh token comes with a second sign-in.
    parameters: { access_type: 'offline', prompt: 'consent' },
    hasSecret: true,
    ownClientPage: 'https://console.cloud.google.com/auth/clients',
    source: [
      'https://developers.google.com/identity/protocols/oauth2/native-app',
      'https://developers.google.com/identity/protocols/oauth2/limited-input-device',
    ],
  },
  yahooLike('yahoo', 'Yahoo', 'api.login.yahoo.com', ['imap.mail.yahoo.com', 'pop.mail.yahoo.com']),
  yahooLike('aol', 'AOL', 'api.login.aol.com', ['imap.aol.com', 'pop.aol.com']),
  {
    key: 'yandex',
    name: 'Yandex',
    hosts: ['imap.yandex.com', 'imap.yandex.ru', 'pop.yandex.com', 'pop.yandex.ru'],
    server: {
      issuer: 'https://oauth.yandex.com',
      authorization_endpoint: 'https://oauth.yandex.com/authorize',
      token_endpoint: 'https://oauth.yandex.com/token',
      device_authorization_endpoint: 'https://oauth.yandex.com/device/code',
      revocation_endpoint: 'https://oauth.yandex.com/revoke_token',
    },
    // No more than reading: Mailstow changes nothing on the server.
    scopes: { ask: ['mail:imap_ro'], mail: 'mail:imap_ro' },
    redirect: usualRedirect,
    parameters: { force_confirm: 'yes' },
    hasSecret: true,
    ownClientPage: 'https://oauth.yandex.com/client/new',
    source: [
      'https://yandex.com/dev/id/doc/en/codes/code-url',
      'https://yandex.com/dev/id/doc/en/codes/screen-code-oauth',
      'https://yandex.ru/support/mail-business/web/security/oauth.html',
    ],
  },
  {
    key: 'fastmail',
    name: 'Fastmail',
    hosts: ['imap.fastmail.com', 'pop.fastmail.com'],
    server: {
      issuer: 'https://api.fastmail.com',
      authorization_endpoint: 'https://api.fastmail.com/oauth/authorize',
      token_endpoint: 'https://api.fastmail.com/oauth/refresh',
      revocation_endpoint: 'https://api.fastmail.com/oauth/revoke',
      // Anyone's program registers itself (RFC 7591, draft-ietf-mailmaint-oauth-public).
      registration_endpoint: 'https://api.fastmail.com/oauth/register',
      authorization_response_iss_parameter_supported: true,
    },
    scopes: {
      ask: ['urn:ietf:params:oauth:scope:mail', 'offline_access', ...whoSignsIn],
      mail: 'urn:ietf:params:oauth:scope:mail',
    },
    redirect: usualRedirect,
    source: ['https://www.fastmail.com/for-developers/oauth/'],
  },
];

function yahooLike(
  key: 'yahoo' | 'aol',
  name: string,
  host: string,
  hosts: readonly string[],
): OAuthProvider {
  return {
    key,
    name,
    hosts,
    server: {
      issuer: `https://${host}`,
      authorization_endpoint: `https://${host}/oauth2/request_auth`,
      token_endpoint: `https://${host}/oauth2/get_token`,
      revocation_endpoint: `https://${host}/oauth2/revoke`,
      userinfo_endpoint: `https://${host}/openid/v1/userinfo`,
      id_token_signing_alg_values_supported: ['ES256', 'RS256'],
    },
    scopes: { ask: ['mail-r', 'openid', 'email'], mail: 'mail-r' },
    redirect: usualRedirect,
    hasSecret: true,
    ownClientPage: 'https://senders.yahooinc.com/developer/developer-access/',
    source: ['https://developer.yahoo.com/oauth2/guide/'],
  };
}

/** The provider of a mail server, by its name. */
export function oauthProviderAt(host: string): OAuthProvider | undefined {
  const name = host.toLowerCase();
  return oauthProviders.find(({ hosts }) => hosts.includes(name));
}

export function oauthProviderOf(issuer: string): OAuthProvider | undefined {
  return oauthProviders.find(({ server }) => server.issuer === issuer);
}
