import type { UidRanges } from '../../engine/protocol/response.ts';
import { count } from '../../engine/protocol/uid-set.ts';
import { counted, number, printable } from '../../engine/report/words.ts';
import type { Comparison } from '../../engine/run/check/compare-with-server.ts';

/** UID ranges that one line names; the JSON has them all. */
const mostRanges = 20;

/** Whether the server has something that the archive lacks. */
export function differs(compared: Comparison): boolean {
  if (compared.outcome !== 'compared') return true;
  return compared.notHere.length + compared.differing.length > 0;
}

/** The comparison with the server as text, a line for each mailbox and a sentence at the end. */
export function comparisonLines(compared: readonly Comparison[]): string[] {
  const lacking = compared.filter(differs).length;
  return [
    'Compared with the server:',
    ...compared.map(each => `${printable(each.mailbox)}: ${describe(each)}`),
    lacking === 0
      ? 'Everything on the server is archived.'
      : `${counted(lacking, 'folder')} on the server ${lacking === 1 ? 'has' : 'have'} mail that is not archived. This includes what your options left out.`,
  ];
}

function describe(compared: Comparison): string {
  switch (compared.outcome) {
    case 'compared': {
      const { onServer, notHere, notOnServer, differing } = compared;
      return [
        `${number(onServer)} on the server`,
        `${number(count(notHere))} of them not archived${named(notHere)}`,
        `${number(count(notOnServer))} archived but no longer on the server${named(notOnServer)}`,
        ...(differing.length === 0
          ? []
          : [
              `${number(count(differing))} with different content on the server${named(differing)}`,
            ]),
      ].join(', ');
    }
    case 'renumbered':
      return `${number(compared.onServer)} on the server, which has renumbered them (UIDVALIDITY ${compared.uidValidity}); the next run will match them`;
    case 'not-archived':
      return 'on the server, not in the archive';
    case 'failed':
      return printable(`${compared.failure.message} ${compared.failure.nextStep}`);
  }
}

function named(ranges: UidRanges): string {
  if (ranges.length === 0) return '';
  const shown = ranges
    .slice(0, mostRanges)
    .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const more = ranges.length > mostRanges ? ' …' : '';
  return ` (UID ${shown.join(', ')}${more})`;
}
