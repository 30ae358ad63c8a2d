/** What the pages of browser mode say that are shown before anybody is signed in, in French. */
export const signIn = {
  password: 'Mot de passe de ce serveur',
  signIn: 'Se connecter',
  wrong: 'Ce mot de passe est incorrect.',
  tooMany: 'Trop de tentatives. Patientez un instant, puis réessayez.',
  closed:
    'Vous n’êtes pas connecté. Pour obtenir un nouveau lien, exécutez à nouveau la commande qui a lancé Mailstow (npm start, npm run web ou mailstow serve). Inutile de l’arrêter avant.',
  /** The page in the browser that signing in with a provider ends at. */
  redirectDone: 'Vous êtes connecté. Vous pouvez fermer cette page et revenir à Mailstow.',
  redirectFailed:
    'Vous n’êtes pas connecté. Mailstow vous dit pourquoi ; vous pouvez fermer cette page.',
  redirectForeign: 'Cette page n’appartient à aucune connexion en cours. Vous pouvez la fermer.',
} as const;
