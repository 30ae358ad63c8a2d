import { MailstowError } from '../../engine/errors.ts';
import type { Issuer } from './issuer.ts';
import type { Answer } from './tokens.ts';

/**
 * A person may leave out what they were asked for, box by box.
 * @throws MailstowError `mail-not-granted`
 */
export function requireMail({ tokens }: Answer, { scopes, name }: Issuer): void {
  const { mail } = scopes;
  // RFC 6749 section 5.1: absent where it is as it was asked for.
  if (mail === undefined || tokens.scope === undefined) return;
  const granted = tokens.scope.split(/[ ,]+/);
  if (granted.some(each => isSameScope(each, mail))) return;
  throw new MailstowError('mail-not-granted', { args: { provider: name } });
}

/** Microsoft may name its mail servers in another way than it was asked. */
function isSameScope(granted: string, asked: string): boolean {
  const last = (scope: string) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
  return granted === asked || (last(asked) !== '' && last(granted) === last(asked));
}
