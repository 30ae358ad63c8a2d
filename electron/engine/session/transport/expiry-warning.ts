import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Warning } from '../../../../shared/model/warning.ts';

const day = 24 * 60 * 60 * 1000;

/** Certificates of a year are renewed weeks ahead, those of days at the last tenth: later than that, somebody forgot. */
const soon = 14 * day;
const lastPart = 0.1;

/**
 * What to say of a server's certificate that is about to expire.
 * @param dates as `getPeerCertificate` gives them
 * @param now milliseconds since 1970 UTC
 * @returns undefined where there is time
 */
export function expiryWarning(
  dates: { readonly valid_from: string; readonly valid_to: string },
  now: number,
): Warning | undefined {
  const from = Date.parse(dates.valid_from);
  const to = Date.parse(dates.valid_to);
  const left = to - now;
  if (!(left >= 0 && left <= Math.min(soon, (to - from) * lastPart))) return undefined;
  const date = new Date(to).toISOString().slice(0, 10);
  return warningOf('certificate-expires', { args: { date } });
}
