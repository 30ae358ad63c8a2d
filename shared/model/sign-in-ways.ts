/**
 * Ways of signing in: SASL mechanisms by their names in lower case, the protocol's own command (LOGIN, or USER and PASS
 * of POP3), and POP3's APOP.
 */
export const signInWays = [
  'scram-sha-256-plus',
  'scram-sha-256',
  'scram-sha-1-plus',
  'scram-sha-1',
  'cram-md5',
  'apop',
  'oauthbearer',
  'xoauth2',
  'plain',
  'login',
  'login-command',
] as const;
export type SignInWay = (typeof signInWays)[number];
