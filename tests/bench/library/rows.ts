import { Random } from '../../fixtures/mail/random.ts';

/** What a catalog has of a message. */
export interface LibraryRow {
  readonly mailbox: string;
  readonly sender: string;
  readonly author: string;
  readonly subject: string;
  /** Milliseconds since 1970 UTC. */
  readonly date: number;
  readonly size: number;
  readonly attachments: number;
  readonly unread: boolean;
}

const offices = ['Accounts', 'Billing', 'Booking', 'Desk', 'Facilities', 'Legal', 'Library'];
const syllables = 'ba de fi go lu ma ne pi ro su ta ver win xen yor zul kan mel tor qui'.split(' ');
const senders = 30_000;
const vocabulary = 20_000;
const folders = 20;
/** Subjects that may still be answered. */
const mostOpen = 1_000;
/** Milliseconds over which the mail came. */
const years = 10 * 365 * 24 * 3_600_000;

/** Mail of an office over the years, always the same: few write most of it, and half of it are answers. */
export function* libraryRows(count: number): Generator<LibraryRow> {
  const random = new Random(1);
  const open: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = Math.floor(senders * random.next() ** 4);
    const office = `${offices[number % offices.length]} ${word(number)}`;
    const at = `${office.toLowerCase().replace(' ', '.')}.${number}@department-${number % 700}.example.org`;
    const answered =
      random.next() < 0.5 ? open[Math.floor(random.next() * open.length)] : undefined;
    const subject = answered === undefined ? newSubject(random) : `Re: ${answered}`;
    if (answered === undefined) {
      open[open.length < mostOpen ? open.length : Math.floor(random.next() * mostOpen)] = subject;
    }
    yield {
      // One mailbox after the other, as they are archived.
      mailbox: index < count * 0.6 ? 'INBOX' : `Folder ${Math.floor((index / count) * folders)}`,
      sender: office,
      author: `${office} <${at}>`,
      subject,
      date: Math.floor(1_300_000_000_000 + (index / count + random.next() / 1_000) * years),
      size: Math.floor(1_000 * Math.exp(random.next() * 6)),
      attachments: random.next() < 0.15 ? 1 : 0,
      unread: random.next() < 0.05,
    };
  }
}

/** Of words that are as often as words are (Zipf's law). */
function newSubject(random: Random): string {
  const words = Array.from({ length: 3 + Math.floor(random.next() * 6) }, () =>
    word(Math.floor(vocabulary ** random.next())),
  );
  return random.next() < 0.3
    ? `${words.join(' ')} ${Math.floor(random.next() * 1e6)}`
    : words.join(' ');
}

function word(number: number): string {
  const letters = syllables[number % syllables.length] ?? '';
  const rest = Math.floor(number / syllables.length);
  return rest === 0 ? letters : letters + word(rest);
}
