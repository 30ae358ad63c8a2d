/** What the pages of browser mode say that are shown before anybody is signed in, in French. */
export const signIn = {
  password: 'Mot de passe de ce serveur',
  signIn: 'Se connecter',
  wrong: 'Ce mot de passe est incorrect.',
  tooMany: 'Trop de tentatives. Patientez un instant, puis réessayez.',
  closed: 'Cette page n’est pas connectée. Ouvrez l’adresse que Mailstow a affichée au démarrage.',
} as const;
