import type { Readable } from 'node:stream';

/** A message's own sanitised page, as it is handed to the sandboxed frame. */
export interface MailPage {
  /** A whole document; pictures of the message are addressed relative to it, by the names of parts. */
  readonly html: string;
  /** Whether the person allowed the remote pictures of this message. */
  readonly remote: boolean;
  /** Made for paper: the window that it is framed in may have it printed. */
  readonly isPrinted?: boolean;
}

export interface MailPart {
  /** Media type; of a picture that a browser shows without running anything. */
  readonly type: string;
  open(): Readable | Promise<Readable>;
}

/**
 * Pages of messages by token: random lower-case hex, bound to one message, forgotten when there are many newer
 * ones. Where a page lies is the face's matter: {@link Host.mailAddress}.
 */
export interface MailPages {
  /** @returns undefined for a token that is not, or no longer, known */
  page(token: string): Promise<MailPage | undefined>;
  /** @param name of the part, as the page addresses it */
  part(token: string, name: string): Promise<MailPart | undefined>;
  /** Whether this page may load pictures from elsewhere. */
  allowsRemote(token: string): boolean;
}

/**
 * Headers of a message's page.
 *
 * @param source where its parts come from, as Content-Security-Policy says it
 */
export function mailHeaders(source: string, { remote }: MailPage): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [
      "default-src 'none'",
      `img-src ${source} data:${remote ? ' https:' : ''}`,
      "style-src 'unsafe-inline'",
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      'sandbox allow-popups',
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    // The policy says nothing about names that are looked up ahead.
    'X-DNS-Prefetch-Control': 'off',
    'Cache-Control': 'no-store',
  };
}
