import type { TFunction } from 'i18next';
import { formatsFor } from './formats.ts';

/** As much of the engine's verdict as sentences say; its schema is in shared/contract.ts. */
interface Verdict {
  readonly state: 'complete' | 'incomplete' | 'stopped' | 'failed';
  readonly selected: number;
  readonly excluded: number;
  readonly archived: number;
  readonly missing: number;
  readonly unnamed: number;
  readonly stored: number;
  readonly bytes: number;
  readonly period?: { readonly oldest: number; readonly newest: number } | undefined;
  readonly milliseconds: number;
  readonly leftOut: Mailboxes;
  readonly shared: Mailboxes;
  readonly kept: Mailboxes;
  readonly failed: Mailboxes;
  readonly notReached: Mailboxes;
}

interface Mailboxes {
  readonly mailboxes: number;
  readonly messages: number;
  readonly names: readonly string[];
}

export interface VerdictWords {
  /** The one sentence that says it. */
  readonly title: string;
  /** What the run brought; undefined where that is nothing. */
  readonly news: string | undefined;
  /** What else belongs to it, one sentence each. */
  readonly sentences: readonly string[];
}

/** The engine's verdict in the language of the window; nothing is computed here. */
export function verdictWords(t: TFunction, language: string, verdict: Verdict): VerdictWords {
  const { state, selected, archived, missing, unnamed, failed, notReached, stored } = verdict;
  const { excluded } = verdict;
  const formats = formatsFor(language);
  const news = stored > 0 ? newsOf() : undefined;
  const beside = [
    verdict.leftOut.mailboxes > 0 && t('verdict.leftOut', counts(verdict.leftOut)),
    excluded > 0 && t('verdict.excluded', { count: excluded }),
    verdict.shared.mailboxes > 0 && t('verdict.shared', counts(verdict.shared)),
    verdict.kept.mailboxes > 0 && t('verdict.kept', counts(verdict.kept)),
  ];
  const lacking = [
    missing > 0 && state !== 'stopped' && t('run.incomplete', { count: missing }),
    unnamed > 0 && t('verdict.unnamed', { count: unnamed }),
    failed.mailboxes > 0 && t('verdict.failed', { count: failed.mailboxes }),
    notReached.mailboxes > 0 && t('verdict.notReached', { count: notReached.mailboxes }),
  ];
  const said = (...sentences: readonly (string | false)[]) =>
    sentences.filter(sentence => sentence !== false);
  switch (state) {
    case 'complete': {
      const isAll = verdict.leftOut.mailboxes + verdict.shared.mailboxes + excluded === 0;
      const title = isAll ? t('run.complete') : t('verdict.archived', { count: archived });
      return { title, news, sentences: said(...beside) };
    }
    case 'incomplete':
      return { title: t('verdict.incomplete'), news, sentences: said(...lacking, ...beside) };
    case 'stopped': {
      const title = t('verdict.stopped', { archived, count: selected });
      return { title, news, sentences: said(...lacking, ...beside) };
    }
    case 'failed':
      return { title: t('run.unfinished'), news, sentences: said(...lacking, ...beside) };
  }

  function newsOf(): string {
    const { bytes, period, milliseconds } = verdict;
    const size = formats.fileSize(bytes);
    const time = formats.duration(milliseconds / 1000);
    if (period === undefined) return t('verdict.news', { count: stored, size, time });
    const from = formats.day(period.oldest);
    const to = formats.day(period.newest);
    return t('verdict.newsOfPeriod', { count: stored, size, time, from, to });
  }

  function counts({ names, mailboxes, messages }: Mailboxes) {
    const rest = mailboxes - names.length;
    const all = rest === 0 ? names : [...names, t('verdict.moreFolders', { count: rest })];
    return { folders: new Intl.ListFormat(language).format(all), count: messages };
  }
}
