import fc from 'fast-check';

/** Passwords that can be sent and written into an auth file: no line breaks, no NUL, no blanks at the ends. */
export const passwords = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
    fc.string({ unit: fc.constantFrom('"', '\\', "'", '&', '<', '%', '+', ' ', 'é', 'a', '1') }),
    fc.string({ minLength: 8, maxLength: 40 }).map(text => `p4${text}ž`),
  )
  .map(text => text.trim().toWellFormed())
  .filter(text => text !== '' && !/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(text));

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Ways in which a server repeats a password. */
export const echoes: Readonly<Record<string, (password: string, user: string) => string>> = {
  plain: password => password,
  'in upper case': password => password.toUpperCase(),
  'quoted by backslashes': password => password.replace(/["\\]/g, '\\$&'),
  'as JSON': password => JSON.stringify(password),
  'for a URL': password => encodeURIComponent(password),
  'as a form': password => new URLSearchParams({ p: password }).toString().slice(2),
  'as HTML': password =>
    password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  base64: password => base64(password),
  'SASL PLAIN': (password, user) => base64(`\0${user}\0${password}`),
  'SASL PLAIN with two users': (password, user) => base64(`${user}\0${user}\0${password}`),
  'a login command': (password, user) => `LOGIN "${user}" "${password.replace(/["\\]/g, '\\$&')}"`,
};

/** The base64 of text that holds the password, whatever number of bytes stands before it: what of it is always there. */
export function base64Alignments(password: string): string[] {
  const bytes = Buffer.from(password);
  return [0, 1, 2].map(before => {
    const inside = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return inside.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}
