/** What the pages of browser mode say that are shown before anybody is signed in, in German. */
export const signIn = {
  password: 'Passwort dieses Servers',
  signIn: 'Anmelden',
  wrong: 'Das Passwort ist falsch.',
  tooMany: 'Zu viele Versuche. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  closed:
    'Diese Seite ist nicht angemeldet. Öffnen Sie die Adresse, die Mailstow beim Start ausgegeben hat.',
} as const;
