/** What the pages say that are shown before anybody is signed in. Text, not markup. */
export interface SignInWords {
  /** As BCP 47 says it. */
  readonly language: string;
  readonly password: string;
  readonly signIn: string;
  readonly wrong: string;
  readonly tooMany: string;
  readonly closed: string;
}

const en: SignInWords = {
  language: 'en',
  password: 'Password of this server',
  signIn: 'Sign in',
  wrong: 'That is not the password.',
  tooMany: 'Too many attempts. Wait a moment and try again.',
  closed: 'This page is not signed in. Open the address that Mailstow printed when it started.',
};

const cs: SignInWords = {
  language: 'cs',
  password: 'Heslo tohoto serveru',
  signIn: 'Přihlásit',
  wrong: 'To není správné heslo.',
  tooMany: 'Příliš mnoho pokusů. Chvíli počkejte a zkuste to znovu.',
  closed: 'Tato stránka není přihlášena. Otevřete adresu, kterou Mailstow vypsal při spuštění.',
};

/**
 * Follows the browser's first language, as the window does.
 * @param acceptLanguage the header (RFC 9110 section 12.5.4); browsers name what they prefer first
 */
export function signInWords(acceptLanguage: string | undefined): SignInWords {
  return /^\s*cs\b/i.test(acceptLanguage ?? '') ? cs : en;
}
