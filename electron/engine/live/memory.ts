import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { MailboxName } from '../mailbox-name.ts';
import type { MailboxStatus } from '../protocol/response.ts';
import { type ChosenMailboxes, isAllMail } from '../run/choose/choose-mailboxes.ts';
import type { AccountMailbox } from '../run/choose/list-mailboxes.ts';
import type { AssumedMailboxes } from '../run/mailbox-run.ts';

/** How a mailbox is named where the server speaks of it. */
interface Named {
  readonly mailbox: string;
  readonly rawName: string;
}

interface Seen {
  readonly name: MailboxName;
  /** As it was when the last round began, or as what brought it about. */
  status: MailboxStatus | undefined;
  /** Absent where the last round could not archive it. */
  report: MailboxReport | undefined;
  /** What was heard since. */
  heard: MailboxStatus | undefined;
}

/** What the last round saw of the account, by which it is told whether anything is new. */
export class Memory {
  readonly #seen = new Map<string, Seen>();
  readonly #byRaw = new Map<string, Seen>();
  readonly #byText = new Map<string, Seen>();
  /** Names of mailboxes that are not archived, and of those that a look was already taken for. */
  readonly #others = new Set<string>();
  #target: MailboxName | undefined;
  #hasAllMail = false;

  /** The mailbox in which new mail shows first: the one of all mail where there is one, else the inbox. */
  get target(): MailboxName | undefined {
    return this.#target;
  }

  get names(): readonly MailboxName[] {
    return [...this.#seen.values()].map(({ name }) => name);
  }

  /**
   * A round begins.
   * @param changed what it is for; undefined: everything is looked at
   * @returns what is known of the others
   */
  choose(
    { mailboxes, others }: ChosenMailboxes,
    changed: ReadonlySet<string> | undefined,
  ): AssumedMailboxes {
    const before = new Map(this.#seen);
    for (const known of [this.#seen, this.#byRaw, this.#byText]) known.clear();
    for (const { mailbox } of others) this.#others.add(mailbox);
    this.#hasAllMail = mailboxes.some(isAllMail);
    this.#target = (mailboxes.find(isAllMail) ?? mailboxes.find(isInbox) ?? mailboxes[0])?.name;
    const assumed = new Map<string, MailboxReport>();
    for (const { name, status } of mailboxes) {
      const old = before.get(name.key);
      const isQuiet =
        old !== undefined && changed?.has(name.key) === false && !differs(old, status);
      // Files of one mailbox stand for messages of others: these are looked at together.
      if (isQuiet && old.report !== undefined && !this.#hasAllMail) {
        assumed.set(name.key, old.report);
      }
      this.#remember({
        name,
        status: status ?? old?.heard ?? (isQuiet ? old.status : undefined),
        // What nothing happened to is as it was, should the round end early.
        report: isQuiet ? old.report : undefined,
        heard: undefined,
      });
    }
    return assumed;
  }

  /** What a round came to. */
  done(reports: readonly MailboxReport[]): void {
    for (const report of reports) {
      const seen = this.#seen.get(report.mailbox);
      if (seen !== undefined) seen.report = report;
    }
  }

  /** What the server says of a mailbox now. @returns whether that is news, and what of */
  hear(
    named: Named,
    status: MailboxStatus,
  ): { key: string; what: 'arrived' | 'changed' } | undefined {
    const seen = this.#byRaw.get(named.rawName) ?? this.#byText.get(named.mailbox.normalize());
    if (seen === undefined) return undefined;
    const what = newsIn(seen, status);
    seen.heard = { ...(seen.heard ?? seen.status), ...status };
    return what && { key: seen.name.key, what };
  }

  /** How many messages the last round saw in a mailbox, and the UID that was to come next. */
  lastSeen(key: string): {
    readonly messages?: number | undefined;
    readonly uidNext?: number | undefined;
  } {
    const { status, report } = this.#seen.get(key) ?? {};
    return { messages: status?.messages ?? report?.onServer, uidNext: status?.uidNext };
  }

  /** Whether a mailbox was there when the last round began; asked once, it is known from then on. */
  knows({ mailbox, rawName }: Named): boolean {
    const isKnown =
      this.#byRaw.has(rawName) ||
      this.#byText.has(mailbox.normalize()) ||
      this.#others.has(mailbox);
    this.#others.add(mailbox);
    return isKnown;
  }

  /** Whether mailboxes that the last round saw are missing from a whole list. */
  misses(listed: readonly Named[]): boolean {
    const raws = new Set(listed.map(({ rawName }) => rawName));
    const texts = new Set(listed.map(({ mailbox }) => mailbox.normalize()));
    return [...this.#seen.values()].some(
      ({ name, report }) =>
        report !== undefined &&
        name.raw !== undefined &&
        !raws.has(name.raw) &&
        !texts.has(name.text.normalize()),
    );
  }

  #remember(seen: Seen): void {
    const { name } = seen;
    this.#seen.set(name.key, seen);
    if (name.raw !== undefined) this.#byRaw.set(name.raw, seen);
    if (!this.#byText.has(name.text.normalize())) this.#byText.set(name.text.normalize(), seen);
  }
}

function isInbox({ name }: AccountMailbox): boolean {
  return name.key === 'INBOX';
}

/** Whether LIST told of a change that nothing else did. */
function differs(seen: Seen, told: MailboxStatus | undefined): boolean {
  return told !== undefined && newsIn({ ...seen, heard: undefined }, told) !== undefined;
}

/** What of a mailbox is not as it was. */
function newsIn(
  { status, report, heard }: Seen,
  now: MailboxStatus,
): 'arrived' | 'changed' | undefined {
  const before: MailboxStatus = heard ??
    status ?? {
      ...(report !== undefined && { messages: report.onServer, uidValidity: report.uidValidity }),
    };
  const isOther = (item: keyof MailboxStatus) =>
    before[item] !== undefined && now[item] !== undefined && before[item] !== now[item];
  const isMore = (item: 'messages' | 'uidNext') =>
    isOther(item) && (now[item] ?? 0) > (before[item] ?? 0);
  if (isOther('uidValidity') || isMore('uidNext') || isMore('messages')) return 'arrived';
  return isOther('messages') || isOther('highestModseq') ? 'changed' : undefined;
}
