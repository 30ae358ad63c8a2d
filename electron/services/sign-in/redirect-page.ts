/** What the page says that a sign-in ends at. */
export interface RedirectWords {
  readonly language: string;
  readonly done: string;
  readonly failed: string;
  readonly foreign: string;
}

/** Of a few words that are all ours: a heading and no more. */
export function redirectPage(language: string, words: string): string {
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Mailstow</title></head><body><h1>Mailstow</h1><p>${escaped(words)}</p></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
