import { formatDate, type IndexedText } from '../../archive/index/index-row.ts';
import { addressLine } from '../../mail/header/addresses.ts';
import { headerOf } from '../../mail/header/head.ts';
import { ownTime } from '../../mail/header/own-time.ts';

/**
 * What a list says of a message that its header alone tells.
 * @param head its first bytes, as far as its header goes
 * @param arrived INTERNALDATE, milliseconds since 1970 UTC
 */
export function textOf(head: Buffer, arrived: number | undefined): IndexedText {
  const header = headerOf(head);
  return {
    date: formatDate(ownTime(header, arrived) ?? arrived),
    from: addressLine(header.from),
    to: addressLine(header.to),
    subject: header.subject,
  };
}
