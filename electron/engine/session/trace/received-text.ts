import type { Response } from '../../protocol/response.ts';
import type { Frame } from '../../wire/frame.ts';
import { octetText } from '../../wire/octet-text.ts';
import { fetchOutline } from './fetch-outline.ts';

/** Bytes; of a longer response, such as a SEARCH of a million messages, only its name and size are shown. */
const longestLine = 64 * 1024;

/** Responses that hold no mail, shown also where they could not be read. */
const withoutMail =
  /^\* (?:OK|NO|BAD|BYE|PREAUTH|CAPABILITY|ENABLED|ID|NAMESPACE|LIST|LSUB|STATUS|SEARCH|ESEARCH|FLAGS|VANISHED)\b/i;
/** Of extensions that we do not use; any other word may be an item of a list in somebody's letter ("* Milk"). */
const extension =
  /^(?:ACL|COMPARATOR|LANGUAGE|METADATA|MYRIGHTS|QUOTA|QUOTAROOT|SORT|THREAD|XLIST)$/;

/**
 * What a trace shows of a response. Literals are shown as their sizes, FETCH by its outline; what is no
 * response at all may be a line of a message, where the server counted a literal wrong, and shows its size.
 */
export function receivedText(frame: Frame, response: Response): string {
  const bytes = frame.segments.reduce((sum, { length }) => sum + length, 0);
  if (response.kind === 'fetch') return fetchOutline(joined(frame));
  if (bytes > longestLine) return `${nameOf(frame)} … (${bytes} bytes)`;
  const text = octetText(joined(frame));
  if (response.kind === 'malformed') {
    const why = `(could not be read: ${response.reason}; ${bytes} bytes)`;
    return withoutMail.test(text) ? `${text} ${why}` : why;
  }
  if (response.kind === 'other') {
    const name = extension.test(response.name) ? response.name : '(of an unknown kind)';
    return `* ${name} … (${bytes} bytes)`;
  }
  return text;
}

/** Each segment but the last ends with the announcement of a literal, which stands for it. */
function joined({ segments }: Frame): string {
  return segments.map(segment => segment.toString('latin1')).join('');
}

function nameOf({ segments: [first] }: Frame): string {
  const head = first?.toString('latin1', 0, 64) ?? '';
  return withoutMail.exec(head)?.[0] ?? '(response)';
}
