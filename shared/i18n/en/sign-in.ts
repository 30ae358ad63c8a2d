/** What the pages of browser mode say that are shown before anybody is signed in, in English. */
export const signIn = {
  password: 'Password of this server',
  signIn: 'Sign in',
  wrong: 'Wrong password.',
  tooMany: 'Too many attempts. Wait a moment and try again.',
  closed: 'You’re not signed in. Open Mailstow from the link it printed when it started.',
} as const;
