import type { TFunction } from 'i18next';
import { i18n, loadLanguage } from '../../../shared/i18n/i18n.ts';
import { type Language, languageOf } from '../../../shared/i18n/languages.ts';

/** What the pages say that are shown before anybody is signed in. Text, not markup. */
export interface SignInWords {
  readonly language: Language;
  readonly t: TFunction<'signIn'>;
}

/**
 * Follows the browser's first language, as the window does.
 * @param acceptLanguage the header (RFC 9110 section 12.5.4); browsers name what they prefer first
 */
export async function signInWords(acceptLanguage = ''): Promise<SignInWords> {
  const language = await loadLanguage(languageOf(acceptLanguage));
  return { language, t: i18n.getFixedT(language, 'signIn') };
}

/** The style of the page, as a file of its own: its policy allows none inside. */
export const signInStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { display: grid; place-items: center; min-height: 100vh; margin: 0; }
main { width: min(20rem, 90vw); }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
input, button { margin-top: 0.5rem; padding: 0.5rem 0.75rem; border-radius: 6px; }
input { border: 1px solid GrayText; background: Canvas; color: CanvasText; }
button { border: 0; background: #1f5fbf; color: #fff; cursor: pointer; }
p { margin: 0 0 1rem; }
`;

/**
 * Asks for the password of this server, without script.
 * @param note what was wrong with the last attempt; ours, not markup
 */
export function signInPage(words: SignInWords, note?: string): string {
  return page(
    words,
    `${note === undefined ? '' : `<p role="alert">${note}</p>`}
<form method="post" action="/sign-in">
<label for="password">${words.t('password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required autofocus>
<button type="submit">${words.t('signIn')}</button>
</form>`,
  );
}

/** For a browser that has neither the printed address nor a password to give. */
export function closedPage(words: SignInWords): string {
  return page(words, `<p>${words.t('closed')}</p>`);
}

function page({ language }: SignInWords, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailstow</title><link rel="stylesheet" href="/sign-in.css"></head>
<body><main>
<h1>Mailstow</h1>
${content}
</main></body>
</html>
`;
}
