import { resolve } from 'node:path';
import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import { requireProtocol } from '../archive/account-identity.ts';
import { ServerHabits } from '../session/server-habits.ts';
import { type AccountRun, accountRun } from './account-run.ts';
import { archiveChosen } from './archive-chosen.ts';
import { type ChosenMailboxes, chooseMailboxes } from './choose/choose-mailboxes.ts';
import { Line } from './connection/reconnecting-session.ts';
import { RunControl } from './connection/run-control.ts';
import { extrasOf, keepExtras } from './extras/extras.ts';
import type { AssumedMailboxes } from './mailbox-run.ts';
import { findSample } from './recognise/find-sample.ts';
import { recognisedAs } from './recognise/moved-account.ts';

/**
 * One run by IMAP: everything the request asks for, from the greeting to the last file.
 * @param emit told what happens; about ten progress events a second at most
 * @param signal ends the run early; what is stored by then stays
 * @param control pauses and resumes it
 * @throws MailstowError when the run could not go on; a failure of one message or, among several, of
 *   one mailbox is in the result instead
 */
export async function archiveAccount(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  control = new RunControl(),
): Promise<RunResult> {
  return accountRun(request, emit, signal, async run => {
    requireProtocol(resolve(request.folder), 'imap');
    const lines = openable(request, run.emit, signal, control);
    try {
      await lines[0].open();
      await archiveOver(lines, run);
    } finally {
      for (const each of lines) each.close();
    }
  });
}

/**
 * The same over lines of which the first is open.
 * @param assumed what is known of mailboxes that are not looked at this time, told what is chosen
 */
export async function archiveOver(
  lines: readonly [Line, ...Line[]],
  { request, record, signal, emit, warn, open }: AccountRun,
  assumed?: (chosen: ChosenMailboxes) => AssumedMailboxes,
): Promise<void> {
  const [line] = lines;
  const archive = await open(await recognisedAs(line, request, findSample, warn));
  const { names } = archive;
  const extras = extrasOf(request, archive);
  const labels = extras.index || extras.labelFolders;
  const chosen = await line.run(session =>
    chooseMailboxes(session, request.mailboxes, names, warn),
  );
  const known = assumed && { assumed: assumed(chosen) };
  await archiveChosen(chosen, { request, archive, lines, record, labels, signal, emit, ...known });
  await keepExtras(extras, archive, warn, signal);
}

/**
 * Milliseconds that a further connection is waited for: what it had to do is the first one's after that,
 * and the next mailbox tries it again.
 */
const helpersPatience = 5_000;

function openable(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  control: RunControl,
): [Line, ...Line[]] {
  const shared = { emit, signal, control, habits: new ServerHabits() };
  const helper = () => new Line({ ...shared, access: { ...request, patience: helpersPatience } });
  return [
    new Line({ ...shared, access: request }),
    ...Array.from({ length: request.connections - 1 }, helper),
  ];
}
