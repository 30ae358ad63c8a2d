import type { CompletenessReport } from '../../../shared/model/report.ts';
import { english } from './english.ts';
import type { ReportWords } from './report-words.ts';
import { leftOut, listed, news, selection } from './sentences.ts';
import { printable } from './words.ts';

/** A verdict in words: what a report says before any number. */
export interface VerdictSentences {
  readonly isGood: boolean;
  readonly title: string;
  /** One sentence each. */
  readonly sentences: readonly string[];
}

/** The run's verdict as people read it. */
export function verdict(
  report: Pick<CompletenessReport, 'verdict' | 'ended' | 'selection'>,
  words: ReportWords = english,
): VerdictSentences {
  const { say } = words;
  const { verdict: found, ended } = report;
  const { state, mailboxes, selected, archived, excluded, stored, bytes, period } = found;
  const brought = stored === 0 ? '' : news(words, stored, bytes, period);
  const asked = selection(words, report.selection);
  const byOptions =
    excluded === 0 || asked === '' ? asked : `${asked} ${say('leftOut', { count: excluded })}`;
  const folders = say('folders', { count: mailboxes });
  if (state === 'complete') {
    const all =
      selected === 0 ? say('nothingAsked') : say('allArchived', { count: selected, folders });
    return {
      isGood: true,
      title: say('complete'),
      sentences: said(all, brought, byOptions, ...beside()),
    };
  }
  const known =
    mailboxes === 0
      ? say('noFolderFinished')
      : say('finished', { folders, archived, count: selected });
  const rest = said(known, ...shortcomings(), brought, byOptions, ...beside());
  if (state === 'incomplete' || ended === undefined) {
    return { isGood: false, title: say('incomplete'), sentences: rest };
  }
  const { message, nextStep } = words.failure(ended);
  const end =
    state === 'stopped'
      ? [say('stopped', { archived, count: selected })]
      : [say('endedEarly', { message: printable(message) }), printable(nextStep)];
  return { isGood: false, title: say('unfinished'), sentences: [...end, ...rest] };

  function shortcomings(): string[] {
    const { missing, unnamed, failed, notReached } = found;
    return [
      missing > 0 ? say('missing', { count: missing }) : '',
      unnamed > 0 ? say('unnamed', { count: unnamed }) : '',
      failed.mailboxes > 0 ? say('failed', { count: failed.mailboxes }) : '',
      notReached.mailboxes > 0 ? say('notFinished', { count: notReached.mailboxes }) : '',
    ];
  }

  function beside(): string[] {
    const choice = printableNames(found.leftOut);
    const shared = printableNames(found.shared);
    const kept = printableNames(found.kept);
    return [
      choice.mailboxes > 0 ? leftOut(words, choice) : '',
      shared.mailboxes > 0 ? say('foldersShared', { folders: listed(words, shared) }) : '',
      kept.mailboxes > 0
        ? say('foldersKept', { folders: listed(words, kept), count: kept.messages })
        : '',
    ];
  }
}

function said(...sentences: readonly string[]): string[] {
  return sentences.filter(sentence => sentence !== '');
}

function printableNames<Sum extends { readonly names: readonly string[] }>(sum: Sum): Sum {
  return { ...sum, names: sum.names.map(printable) };
}
