/** What the pages of browser mode say that are shown before anybody is signed in, in English. */
export const signIn = {
  password: 'Password of this server',
  signIn: 'Sign in',
  wrong: 'Wrong password.',
  tooMany: 'Too many attempts. Wait a moment and try again.',
  closed:
    'You’re not signed in. To get a new link, run the command that started Mailstow again (npm start, npm run web or mailstow serve). You don’t have to stop it first.',
  /** The page in the browser that signing in with a provider ends at. */
  redirectDone: 'You’re signed in. You can close this page and go back to Mailstow.',
  redirectFailed: 'You’re not signed in. Mailstow tells you why; you can close this page.',
  redirectForeign: 'This page belongs to no sign-in that goes on. You can close it.',
} as const;
