import type { HistoryRow } from '../../../shared/contract.ts';
import type { Words } from '../../words/use-words.ts';

/** What came of a run or check, in one line. */
export function whatOf(words: Words, row: HistoryRow): string {
  return row.what === 'run' ? ofRun(words, row) : ofCheck(words, row);
}

function ofRun(words: Words, row: Extract<HistoryRow, { what: 'run' }>): string {
  const { t } = words;
  const { state, stored, missing, folders, failure } = row;
  const news = stored > 0 ? t('run.newMessages', { count: stored }) : undefined;
  switch (state) {
    case 'complete':
      return news ?? t('proof.nothingNew');
    case 'incomplete': {
      const lacks =
        missing > 0
          ? t('run.incomplete', { count: missing })
          : t('verdict.failed', { count: folders });
      return news === undefined ? lacks : `${news}. ${lacks}`;
    }
    case 'stopped':
      return news === undefined ? t('standing.stopped') : `${t('standing.stopped')}. ${news}.`;
    case 'failed':
      return failure === undefined ? t('run.unfinished') : words.failure(failure).message;
  }
}

function ofCheck(words: Words, row: Extract<HistoryRow, { what: 'check' }>): string {
  const { t } = words;
  const { state, files, damaged, failure } = row;
  switch (state) {
    case 'sound':
      return t('proof.checked', { count: files });
    case 'lacking':
      return `${t('proof.checked', { count: files })} ${t('proof.serverHasMore')}`;
    case 'damaged':
      return t('proof.damaged', { count: damaged });
    case 'stopped':
      return t('proof.checkStopped');
    case 'failed':
      return failure === undefined ? t('proof.checkFailed') : words.failure(failure).message;
  }
}
