import type { ReactElement } from 'react';
import { isFiltered } from '../../store/filters.ts';
import { chosen, neededBytes } from '../../store/mailbox-tree.ts';
import type { Draft } from '../../store/setup-draft.ts';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  /** Bytes; undefined while nobody knows. */
  readonly free: number | undefined;
  readonly draft: Draft;
}

/** What the archive needs of what is free, and a word where that does not fit. */
export function Room({ free, draft }: Props): ReactElement | null {
  const { t, fileSize } = useWords();
  if (free === undefined) return null;
  const sum = chosen(draft.mailboxes, draft.leftOut ?? []);
  const needed = neededBytes(sum, draft.headersOnly);
  const share = Math.min(1, free === 0 ? 1 : needed / free);
  const size = fileSize(needed);
  const isKnown = sum.unsized === 0 && !draft.headersOnly;
  return (
    <>
      <div className="stack-small">
        <div className="room" aria-hidden="true">
          <div style={{ width: `${Math.max(0.5, 100 * share)}%` }} />
        </div>
        <dl className="room-facts">
          <div>
            <dt>{isKnown ? t('where.needs') : t('where.needed')}</dt>
            <dd className="strong">
              {isKnown && isFiltered(draft) ? t('where.atMost', { size }) : size}
            </dd>
          </div>
          <div>
            <dt>{t('where.free')}</dt>
            <dd>{fileSize(free)}</dd>
          </div>
        </dl>
      </div>
      {free < needed && (
        <Notice kind="needs" message={t('where.tight')} nextStep={t('where.tightNext')} />
      )}
    </>
  );
}
