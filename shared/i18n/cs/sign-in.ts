/** What the pages of browser mode say that are shown before anybody is signed in, in Czech. */
export const signIn = {
  password: 'Heslo tohoto serveru',
  signIn: 'Přihlásit',
  wrong: 'To není správné heslo.',
  tooMany: 'Příliš mnoho pokusů. Chvíli počkejte a zkuste to znovu.',
  closed:
    'Nejste přihlášeni. Nový odkaz získáte, když znovu spustíte příkaz, kterým jste Mailstow spustili (npm start, npm run web nebo mailstow serve). Ukončovat ho předtím nemusíte.',
  /** The page in the browser that signing in with a provider ends at. */
  redirectDone: 'Jste přihlášeni. Tuto stránku můžete zavřít a vrátit se do Mailstow.',
  redirectFailed: 'Nejste přihlášeni. Proč, to vám řekne Mailstow; tuto stránku můžete zavřít.',
  redirectForeign: 'Tato stránka nepatří k žádnému probíhajícímu přihlášení. Můžete ji zavřít.',
} as const;
