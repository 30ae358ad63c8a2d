/** What the pages of browser mode say that are shown before anybody is signed in, in English. */
export const signIn = {
  password: 'Password of this server',
  signIn: 'Sign in',
  wrong: 'That is not the password.',
  tooMany: 'Too many attempts. Wait a moment and try again.',
  closed: 'This page is not signed in. Open the address that Mailstow printed when it started.',
} as const;
