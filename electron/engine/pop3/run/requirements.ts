import { resolve } from 'node:path';
import type { RunRequest } from '../../../../shared/model/run.ts';
import { requireProtocol } from '../../archive/account-identity.ts';
import { MailstowError } from '../../errors.ts';
import { mailboxName } from '../../mailbox-name.ts';
import { fitsPattern } from '../../run/choose/mailbox-pattern.ts';

/** The one mailbox that there is. */
export const inbox = mailboxName('INBOX');

/**
 * What POP3 cannot do is refused before anything is asked of the server, and so is an archive of another protocol.
 * @throws MailstowError `not-by-pop3`, `no-mailbox-fits`, `archive-of-other-protocol`
 */
export function requirePop3(request: RunRequest): void {
  const { folder, mailboxes, selection, connections, separate, purge, labelFolders } = request;
  requireProtocol(resolve(folder), 'pop3');
  const asked: readonly (readonly [boolean | undefined, string])[] = [
    [selection.unseenOnly, '--unread-only'],
    [connections > 1, `--connections ${connections}`],
    [separate, '--separate'],
    [purge, '--purge'],
    [labelFolders, '--label-folders'],
  ];
  for (const [isAsked, option] of asked) if (isAsked) throw notByPop3(option);
  if (mailboxes === 'all') return;
  if (isNamed(mailboxes)) {
    const other = mailboxes.find(name => name.toUpperCase() !== 'INBOX');
    if (other !== undefined) throw notByPop3(`--mailbox ${other}`);
    return;
  }
  if (mailboxes.includeShared) throw notByPop3('--shared');
  const fits = (pattern: string) => fitsPattern({ name: inbox, attributes: ['\\Inbox'] }, pattern);
  const isTaken = mailboxes.include === undefined || mailboxes.include.some(fits);
  if (!isTaken || mailboxes.exclude?.some(fits)) throw new MailstowError('no-mailbox-fits');
}

function isNamed(choice: RunRequest['mailboxes']): choice is readonly string[] {
  return Array.isArray(choice);
}

function notByPop3(option: string): MailstowError {
  return new MailstowError('not-by-pop3', { args: { option } });
}
