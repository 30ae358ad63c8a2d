/**
 * A login that the server puts off: RFC 5530's codes, and the words of servers that have no code for it
 * (Dovecot: "[UNAVAILABLE] Temporary authentication failure"; Exchange: "Server Unavailable. 15").
 */
const notNow =
  /^\[(?:UNAVAILABLE|INUSE|LIMIT|THROTTLED)\b|\btempora|try again|unavailable|\bbusy\b|throttled/i;

/** Whether a login that was refused with these words was refused for the moment only. */
export function isPutOff(serverText: string): boolean {
  return notNow.test(serverText);
}
