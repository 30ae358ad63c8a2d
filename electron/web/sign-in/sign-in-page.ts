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
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f9f9, #121919); --surface: light-dark(#ffffff, #182121);
  --text: light-dark(#132020, #e6eeed); --quiet: light-dark(#4a5a5a, #a8b8b7);
  --border: light-dark(#778787, #758a8a); --accent: light-dark(#0f6b6b, #62cbc3);
  --hover: light-dark(#0b5656, #86dbd4); --on-accent: light-dark(#ffffff, #04201f);
  --bad: light-dark(#ad2219, #ff9d94);
}
body { display: grid; place-items: center; min-height: 100vh; margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5rem system-ui, sans-serif; }
main { display: grid; gap: 1.5rem; width: min(22rem, 90vw); padding-bottom: 6vh; }
svg { width: 4rem; height: 4rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 2.25rem; letter-spacing: -0.018em; }
form { display: grid; gap: 0.5rem; }
label { font-weight: 600; }
input, button { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: 0 0.75rem; border-radius: 0.5rem; font: inherit; }
input { border: 1px solid var(--border); background: var(--surface); color: inherit; }
button { border: 0; background: var(--accent); color: var(--on-accent); font-weight: 600; }
button:hover { background: var(--hover); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
p { margin: 0; color: var(--quiet); }
[role=alert] { color: var(--bad); }
`;

/** Mailstow's own sign. */
const mark = `<svg viewBox="0 0 1024 1024" aria-hidden="true"><rect x="32" y="32" width="960" height="960" rx="216" fill="#0f6b6b"/><rect x="232" y="192" width="560" height="440" rx="44" fill="#f6fbfa"/><path d="M268 240 512 440 756 240" fill="none" stroke="#0f6b6b" stroke-width="52" stroke-linecap="round" stroke-linejoin="round"/><path d="M160 552Q160 520 192 520H336Q368 520 380 550 400 604 456 604H568Q624 604 644 550 656 520 688 520H832Q864 520 864 552V752Q864 840 776 840H248Q160 840 160 752Z" fill="#9be0d8"/></svg>`;

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
${mark}
<h1>Mailstow</h1>
${content}
</main></body>
</html>
`;
}
