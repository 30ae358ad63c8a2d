/** Where the app's own pages live, and what any page may reach. Decisions only: Electron is told elsewhere. */

export const appScheme = 'mailstow';
export const mailScheme = 'mailstow-mail';
const appOrigin = `${appScheme}://app`;
export const appAddress = `${appOrigin}/`;

/** What Windows hands to a program at most. */
const longestLink = 2_081;

/** Protocols that never leave the process; `devtools:` exists only where the preferences allow it. */
const ownProtocols = [`${appScheme}:`, `${mailScheme}:`, 'data:', 'blob:', 'devtools:'];

/** Schemes of what a person may follow out of the app. */
const externalProtocols = ['https:', 'http:', 'mailto:'];

interface MailFrame {
  readonly origin: string;
  readonly parent: object | null;
}

/** The app's own page, and not a frame inside it. */
export function isAppFrame(frame: MailFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin;
}

/** The window shows the app, a frame inside it a message; nothing else. */
export function mayNavigate(address: string, isMainFrame: boolean): boolean {
  const url = parse(address);
  if (url === undefined) return false;
  // Node gives the schemes of our own the origin `null`. There is one page: any other address would show nothing.
  if (isMainFrame) return withoutHash(url) === appAddress;
  return url.protocol === `${mailScheme}:`;
}

/** A request that any part of the app is about to make, as Electron describes it. */
export interface WantedRequest {
  readonly url: string;
  readonly resourceType: string;
  readonly initiatorOrigin?: string | undefined;
  /** Address of the frame that wants it. */
  readonly frameUrl?: string | undefined;
}

/**
 * What may be loaded at all: what is ours, and pictures for a message whose remote pictures the person allowed.
 *
 * @param allowsRemote whether the page of this token may load pictures from elsewhere
 */
export function mayLoad(request: WantedRequest, allowsRemote: (token: string) => boolean): boolean {
  const url = parse(request.url);
  if (url === undefined) return false;
  if (ownProtocols.includes(url.protocol)) return true;
  if (url.protocol !== 'https:' || request.resourceType !== 'image') return false;
  const frame = parse(request.frameUrl ?? '');
  return (
    // A sandboxed frame has an opaque origin.
    request.initiatorOrigin === 'null' &&
    frame?.protocol === `${mailScheme}:` &&
    allowsRemote(frame.host)
  );
}

/** What a link leads to outside, where it may be followed. */
export interface ExternalLink {
  /** As it is handed to the system. */
  readonly address: string;
  /** The part that tells a person where it leads: a host, or an e-mail address. */
  readonly destination: string;
}

export function externalLink(address: string): ExternalLink | undefined {
  const url = parse(address);
  if (url === undefined || !externalProtocols.includes(url.protocol)) return undefined;
  // A name in front of the host is there to be taken for the host.
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.href.length > longestLink) return undefined;
  return { address: url.href, destination: url.host === '' ? url.pathname : url.host };
}

function withoutHash({ href, hash }: URL): string {
  return href.slice(0, href.length - hash.length);
}

function parse(address: string): URL | undefined {
  return URL.parse(address) ?? undefined;
}
