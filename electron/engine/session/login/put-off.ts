/**
 * A login that the server puts off: RFC 5530's codes, and the words of servers that have no code for it
 * (Dovecot: "[UNAVAILABLE] Temporary authentication failure"; Exchange: "Server Unavailable. 15"). Of POP3 those of
 * RFC 2449 section 8 and RFC 3206: another session has the maildrop, the last one was a moment ago, a passing trouble.
 */
const notNow =
  /^\[(?:UNAVAILABLE|INUSE|LIMIT|THROTTLED|IN-USE|LOGIN-DELAY|SYS\/TEMP)(?:[\s\]]|$)|\btempora|try again|unavailable|\bbusy\b|throttled/i;

/** Whether a login that was refused with these words was refused for the moment only. */
export function isPutOff(serverText: string): boolean {
  return notNow.test(serverText);
}
