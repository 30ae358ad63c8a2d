/** What the pages of browser mode say that are shown before anybody is signed in, in German. */
export const signIn = {
  password: 'Passwort dieses Servers',
  signIn: 'Anmelden',
  wrong: 'Das Passwort ist falsch.',
  tooMany: 'Zu viele Versuche. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  closed:
    'Sie sind nicht angemeldet. Einen neuen Link bekommen Sie, wenn Sie den Befehl, mit dem Mailstow gestartet wurde, noch einmal ausführen (npm start, npm run web oder mailstow serve). Beenden müssen Sie Mailstow davor nicht.',
  /** The page in the browser that signing in with a provider ends at. */
  redirectDone:
    'Sie sind angemeldet. Sie können diese Seite schließen und zu Mailstow zurückkehren.',
  redirectFailed:
    'Sie sind nicht angemeldet. Mailstow sagt Ihnen, warum; diese Seite können Sie schließen.',
  redirectForeign: 'Diese Seite gehört zu keiner laufenden Anmeldung. Sie können sie schließen.',
} as const;
