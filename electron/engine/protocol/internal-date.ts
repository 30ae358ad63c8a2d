const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const dateTime =
  /^ ?(\d{1,2})-([a-z]{3})-(\d{4}) (\d{2}):(\d{2}):(\d{2})(?: ([+-])(\d{2})(\d{2}))?$/i;

/**
 *     date-time = DQUOTE date-day-fixed "-" date-month "-" date-year SP time SP zone DQUOTE
 *                                                                      RFC 9051 section 9
 *
 * @returns milliseconds since 1970 UTC; undefined when it is no date, since a message is worth
 *   keeping without one
 */
export function parseInternalDate(text: string): number | undefined {
  const [, day, month = '', year, hour, minute, second, sign, zoneHour, zoneMinute] =
    dateTime.exec(text) ?? [];
  const monthIndex = months.indexOf(month.toLowerCase());
  if (monthIndex < 0) return undefined;
  const local = Date.UTC(
    Number(year),
    monthIndex,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const zone = (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * 60_000;
  return sign === '-' ? local + zone : local - zone;
}
