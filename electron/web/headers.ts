/** What the app's own files may do: load from this server and nothing else. */
const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page that asks for the password may do nothing but send it here. */
export const signInPolicy = appPolicy.replace("form-action 'none'", "form-action 'self'");

/** For everything that is only to be kept: nothing runs should it ever be shown. */
export const downloadPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Headers of every response; a more particular policy goes over this one. */
export const everyHeader: Readonly<Record<string, string>> = {
  'Content-Security-Policy': appPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};
