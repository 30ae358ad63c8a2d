import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { hasSeveralArchives, useShelves } from '../../parts/use-shelves.ts';
import { allAccounts } from '../../store/library.ts';
import { measures } from '../../store/numbers.ts';
import { useStores } from '../../store/stores.ts';
import { Segments } from '../../ui/controls/segments.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { Counted } from './counted.tsx';
import './numbers.css';

const everything = 'everything';

interface Props {
  /** Absent: all accounts. */
  readonly accountId: string | undefined;
}

/** What is stored, in numbers; each leads to the messages behind it. */
export function NumbersPage({ accountId }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const shelves = useShelves();
  const { status, numbers, failure, measure, measureBy, open } = useStore(stores.numbers);
  const { go } = stores.place.getState();
  useEffect(() => {
    void stores.numbers.getState().open(accountId);
    return stores.numbers.getState().leave;
  }, [stores, accountId]);
  const from = accountId ?? (hasSeveralArchives(shelves) ? allAccounts : undefined);
  const present = shelves.find(({ id }) => id === accountId);
  const options = [
    { value: everything, label: t('library.allAccounts') },
    ...shelves.map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <Page
      title={t('numbers.title')}
      back={{
        name: t('places.library'),
        go: () => go({ at: 'library', ...(from !== undefined && { accountId: from }) }),
      }}
    >
      <div className="numbers-choice">
        {shelves.length > 1 && (
          <Select
            label={t('numbers.of')}
            value={accountId ?? everything}
            options={options}
            onChange={id =>
              go(id === everything ? { at: 'numbers' } : { at: 'numbers', accountId: id })
            }
          />
        )}
        <Segments
          label={t('numbers.measure')}
          value={measure}
          options={measures.map(value => ({ value, label: t(`numbers.${value}`) }))}
          onChange={measureBy}
        />
      </div>
      {failure !== undefined && (
        <FailureNotice failure={failure} ways={{ 'try-again': () => void open(accountId) }} />
      )}
      {numbers !== undefined && (
        <Counted numbers={numbers} measure={measure} account={present} isAll={!accountId} />
      )}
      {status === 'loading' && numbers === undefined && (
        <div role="status">
          <span className="unseen">{t('loading')}</span>
          <Skeleton lines={8} />
        </div>
      )}
    </Page>
  );
}
