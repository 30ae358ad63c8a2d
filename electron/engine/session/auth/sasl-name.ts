/** RFC 5801 section 4, RFC 5802 section 5.1: a comma ends a name and a sign of equality begins an escape. */
export function saslName(user: string): string {
  return user.replaceAll('=', '=3D').replaceAll(',', '=2C');
}
