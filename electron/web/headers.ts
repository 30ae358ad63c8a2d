import { windowHeaders } from '../services/window/window-headers.ts';

/** Headers of every response, refusals too; a more particular policy replaces this one. */
export const everyHeader = {
  ...windowHeaders("'self'"),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};

/** The page that asks for the password may do nothing but send it here. */
export const signInPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** For everything that is only to be kept: nothing runs should it ever be shown. */
export const downloadPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
