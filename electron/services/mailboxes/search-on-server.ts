import type { Output } from '../../../shared/contract.ts';
import type { Credentials } from '../../../shared/model/account.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { ServerSearch } from '../../engine/server-search/find-not-archived.ts';
import { clipped } from '../clip.ts';
import type { FolderAccount } from './folder-work.ts';
import { inFoldersThread } from './in-folders-thread.ts';

/** Milliseconds; a server without an index of texts may read for a while. */
const longest = 120_000;

/**
 * Looks on the server for what is not archived yet, over one connection; changes nothing.
 * @param signal ends it, and the connection
 * @param limit milliseconds after which it is given up
 * @throws MailstowError `server-search-too-long`, and where the account or its archive cannot be asked
 */
export async function searchOnServer(
  account: FolderAccount<Credentials>,
  search: ServerSearch,
  signal: AbortSignal,
  limit = longest,
): Promise<Output<'mailboxes.search'>> {
  const late = AbortSignal.timeout(limit);
  const either = AbortSignal.any([signal, late]);
  try {
    const found = await inFoldersThread('search', { ...account, search }, either);
    const { notArchived, problem } = found;
    return { notArchived, ...(problem !== undefined && { problem: clipped(problem) }) };
  } catch (error) {
    if (!late.aborted || signal.aborted) throw error;
    throw new MailstowError('server-search-too-long', {
      args: { seconds: Math.ceil(limit / 1_000) },
    });
  }
}
