import type { Credentials } from '../../../shared/model/account.ts';
import { RequestThread } from '../../engine/thread/request-thread.ts';
import { answering, sent } from '../sign-in/sent-credentials.ts';
import type { FolderAccount, FolderCalls } from './folder-work.ts';

/** Megabytes; what is known of a million messages has to fit. */
const heap = 4_096;

/**
 * One piece of work in a thread of its own.
 * @param signal ends the thread, and with it the connection
 * @throws MailstowError as the functions of engine/mailboxes do
 */
export async function inFoldersThread<Name extends keyof FolderCalls & string, More>(
  name: Name,
  input: FolderAccount<Credentials> & More,
  signal: AbortSignal,
): Promise<FolderCalls[Name]['output']> {
  const { credentials, server } = input.access;
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  const thread = new RequestThread<FolderCalls>({
    task: 'checking',
    module: new URL(`./folders-thread.${ending}`, import.meta.url),
    heap,
    onQuestion: answering(credentials),
  });
  const stop = () => void thread.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await thread.call(name, {
      ...input,
      access: { server, credentials: sent(credentials) },
    } as unknown as FolderCalls[Name]['input']);
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.stop();
  }
}
