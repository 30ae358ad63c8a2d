/** What the pages of browser mode say that are shown before anybody is signed in, in Czech. */
export const signIn = {
  password: 'Heslo tohoto serveru',
  signIn: 'Přihlásit',
  wrong: 'To není správné heslo.',
  tooMany: 'Příliš mnoho pokusů. Chvíli počkejte a zkuste to znovu.',
  closed: 'Tato stránka není přihlášena. Otevřete adresu, kterou Mailstow vypsal při spuštění.',
} as const;
