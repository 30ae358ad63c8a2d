/** Steps to the end of any sign-in; more are a circle. */
const mostSteps = 25;

export interface Walked {
  /** Where the browser ended. */
  readonly url: string;
  /** The page there, where it was shown. */
  readonly html: string | undefined;
}

/**
 * A person with a browser: follows redirects, keeps cookies, fills in the forms of the provider's pages, and says yes or no.
 * @param url the provider's page
 * @param visits whether the redirect is followed to this computer at the end, as the person's own browser does
 */
export async function signInAt(
  url: string,
  login: string,
  { denies = false, visits = true } = {},
): Promise<Walked> {
  const cookies = new Map<string, string>();
  let next: { url: string; body?: string } = { url };
  let hasDenied = false;
  for (let step = 0; step < mostSteps; step += 1) {
    const isOurs = new URL(next.url).pathname === '/callback';
    if (isOurs && !visits) return { url: next.url, html: undefined };
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; ') },
      ...(next.body !== undefined && { method: 'POST', body: new URLSearchParams(next.body) }),
    });
    keep(cookies, answer.headers.getSetCookie());
    const leadsTo = answer.headers.get('location');
    if (leadsTo !== null) {
      next = { url: new URL(leadsTo, next.url).href };
      continue;
    }
    const html = await answer.text();
    const form = isOurs ? null : /<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/.exec(html);
    if (form === null || hasDenied) return { url: next.url, html };
    const abort = /href="([^"]*\/abort)"/.exec(html)?.[1];
    if (denies && abort !== undefined) {
      hasDenied = true;
      next = { url: new URL(abort, next.url).href };
    } else next = filled(form, next.url, login);
  }
  throw new Error(`The sign-in goes round in circles at ${next.url}`);
}

function filled([, action = '', inner = '']: RegExpExecArray, at: string, login: string) {
  const fields = new URLSearchParams();
  for (const [input] of inner.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(input)?.[1];
    if (name !== undefined) fields.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  if (fields.has('login')) {
    fields.set('login', login);
    fields.set('password', 'any');
  }
  return { url: new URL(action.replaceAll('&amp;', '&'), at).href, body: fields.toString() };
}

function keep(cookies: Map<string, string>, set: readonly string[]): void {
  for (const cookie of set) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(name);
    else cookies.set(name, value);
  }
}
