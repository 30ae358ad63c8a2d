/** What the pages of browser mode say that are shown before anybody is signed in, in German. */
export const signIn = {
  password: 'Passwort dieses Servers',
  signIn: 'Anmelden',
  wrong: 'Das Passwort ist falsch.',
  tooMany: 'Zu viele Versuche. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  closed:
    'Sie sind nicht angemeldet. Einen neuen Link bekommen Sie, wenn Sie den Befehl, mit dem Mailstow gestartet wurde, noch einmal ausführen (npm start, npm run web oder mailstow serve). Beenden müssen Sie Mailstow davor nicht.',
} as const;
