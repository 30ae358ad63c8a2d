/**
 * Headers of the window's own files: they load what is ours and nothing else. Sent as headers, because a page
 * cannot say of itself who may frame it (CSP3, section 3.3).
 *
 * @param mail where the pages of messages are framed from, as Content-Security-Policy says it
 */
export function windowHeaders(mail: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      `frame-src ${mail}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}
