import type { CompletenessReport } from '../../../shared/model/report.ts';
import { english } from './english.ts';
import type { ReportWords } from './report-words.ts';
import { printable } from './words.ts';

/** A verdict in words: what a report says before any number. */
export interface VerdictWords {
  readonly isGood: boolean;
  readonly title: string;
  /** One sentence each. */
  readonly sentences: readonly string[];
}

/** The run's verdict as people read it. */
export function verdict(
  report: Pick<CompletenessReport, 'verdict' | 'ended' | 'selection'>,
  words: ReportWords = english,
): VerdictWords {
  const { verdict: found, ended, selection } = report;
  const { state, mailboxes, selected, archived, excluded, stored, bytes, period } = found;
  const news = stored === 0 ? '' : words.news(stored, bytes, period);
  const asked = words.selection(selection);
  const byOptions = excluded === 0 || asked === '' ? asked : `${asked} ${words.leftOut(excluded)}`;
  if (state === 'complete') {
    const all = selected === 0 ? words.nothingAsked : words.allArchived(selected, mailboxes);
    return {
      isGood: true,
      title: words.complete,
      sentences: said(all, news, byOptions, ...beside()),
    };
  }
  const known =
    mailboxes === 0 ? words.noFolderFinished : words.finished(mailboxes, archived, selected);
  const rest = said(known, ...shortcomings(), news, byOptions, ...beside());
  if (state === 'incomplete' || ended === undefined) {
    return { isGood: false, title: words.incomplete, sentences: rest };
  }
  const { message, nextStep } = words.failure(ended);
  const end =
    state === 'stopped'
      ? [words.stopped(archived, selected)]
      : [words.endedEarly(printable(message)), printable(nextStep)];
  return { isGood: false, title: words.unfinished, sentences: [...end, ...rest] };

  function shortcomings(): string[] {
    const { missing, unnamed, failed, notReached } = found;
    return [
      missing > 0 ? words.missing(missing) : '',
      unnamed > 0 ? words.unnamed(unnamed) : '',
      failed.mailboxes > 0 ? words.failed(failed.mailboxes) : '',
      notReached.mailboxes > 0 ? words.notFinished(notReached.mailboxes) : '',
    ];
  }

  function beside(): string[] {
    const { leftOut, shared, kept } = found;
    return [
      leftOut.mailboxes > 0 ? words.foldersLeftOut(printableNames(leftOut)) : '',
      shared.mailboxes > 0 ? words.foldersShared(printableNames(shared)) : '',
      kept.mailboxes > 0 ? words.foldersKept(printableNames(kept)) : '',
    ];
  }
}

function said(...sentences: readonly string[]): string[] {
  return sentences.filter(sentence => sentence !== '');
}

function printableNames<Sum extends { readonly names: readonly string[] }>(sum: Sum): Sum {
  return { ...sum, names: sum.names.map(printable) };
}
