import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import { version } from '../../../shared/version.ts';
import type { MailboxResult, MailboxRun } from './mailbox-run.ts';
import { knownFrom } from './survey/known-messages.ts';
import { type ServerView, viewServer } from './survey/server-view.ts';

/**
 * A mailbox in which nothing changed on either side is as the run before left it.
 * @returns the result then; else what was seen of the server on the way, if anything
 */
export async function passOver(
  run: MailboxRun,
): Promise<{ readonly unchanged?: MailboxResult; readonly seen?: ServerView }> {
  const { archive, mailbox, name, emit } = run;
  const assumed = run.assumed?.get(mailbox);
  if (assumed !== undefined) {
    return { unchanged: { report: assumed, stored: 0, renamed: 0, bytes: 0 } };
  }
  if (run.allMail.isInvolved) return {};
  const sealed = archive.sealed(name, askedOf(run));
  if (sealed === undefined) return {};
  const [line] = run.lines;
  const seen = await line.run(session =>
    viewServer(session, name, sealed.serverState, run.status, () => sealed.sample().map(knownFrom)),
  );
  if (!seen.isAsKnown || seen.differing.length > 0 || !sealed.look()) return { seen };
  const { report } = sealed;
  const { onServer, selected } = report;
  emit({ event: 'mailbox', mailbox, onServer, selected, toFetch: 0, bytesToFetch: 0 });
  emit({ event: 'mailbox-done', report });
  return { unchanged: { report, stored: 0, renamed: 0, bytes: 0 } };
}

/** For the next run, where this one found nothing missing. */
export function sealIfWhole(run: MailboxRun, report: MailboxReport): void {
  const { missing, unnamed, elsewhere, problems, uidValidity } = report;
  if (run.allMail.isInvolved || missing + unnamed + problems.length > 0) return;
  // Neither files of other mailboxes nor numbers that do not last are told of by a seal.
  if (elsewhere > 0 || uidValidity === 0) return;
  run.archive.seal(run.name, askedOf(run), report);
}

/** What makes two runs ask the same of a mailbox. */
function askedOf({ request, labels, name: { delimiter } }: MailboxRun): string {
  const { selection, layout, extension, separate } = request;
  return JSON.stringify([version, selection, layout, extension, separate, delimiter, labels]);
}
