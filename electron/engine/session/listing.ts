import type { ListReturn } from '../protocol/commands/list.ts';
import type { StatusItem } from '../protocol/commands/status.ts';
import type { Capabilities } from './capabilities.ts';

/** What LIST may be asked for beside the names (RFC 5258, RFC 5819, RFC 6154). */
export function listReturn(capabilities: Capabilities): ListReturn {
  const offers = (name: string) => capabilities.hasOrRev2(name);
  return {
    ...(offers('LIST-EXTENDED') && offers('SPECIAL-USE') && { specialUse: true }),
    // RFC 8438: the sum of all RFC822.SIZE, for progress in bytes.
    ...(offers('LIST-STATUS') && {
      status: [
        ...statusItems(capabilities),
        ...(capabilities.has('STATUS=SIZE') ? (['SIZE'] as const) : []),
      ],
    }),
  };
}

/** The items of STATUS that tell whether a mailbox has changed. */
export function statusItems(capabilities: Capabilities): StatusItem[] {
  const items: StatusItem[] = ['MESSAGES', 'UIDNEXT', 'UIDVALIDITY'];
  const counts = capabilities.has('CONDSTORE') || capabilities.has('QRESYNC');
  return counts ? [...items, 'HIGHESTMODSEQ'] : items;
}
