import type { RunEvent } from '../../../shared/model/run.ts';

/** Whether the event says that the archive holds mail by now, so that it is missed where it is gone. */
export function tellsOfMail(event: RunEvent): boolean {
  if (event.event === 'mailbox-done') return event.report.archived > 0;
  return event.event === 'progress' && event.stored > 0;
}
