import type { ReactElement } from 'react';
import type { Account } from '../../../shared/contract.ts';
import { needsPassword } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly account: Account;
  onBack(): void;
  onClose(): void;
}

/** Says what a new archive costs before it is begun. */
export function NewArchive({ account, onBack, onClose }: Props): ReactElement {
  const { t, fileSize } = useWords();
  const stores = useStores();
  const { id, profile, lastRun } = account;
  const { start, ask, runs } = stores.runs.getState();
  const { stock, messages = 0 } = lastRun ?? {};
  const begin = async () => {
    onClose();
    if (needsPassword(account, runs[id])) ask(id, { anew: true });
    else if (await start(id, undefined, { anew: true }))
      stores.place.getState().go({ at: 'run', accountId: id });
  };
  return (
    <Dialog
      title={t('away.anewTitle')}
      open
      onClose={onClose}
      safe={<Button onClick={onBack}>{t('action.back')}</Button>}
      acting={
        <Button kind="danger" onClick={() => void begin()}>
          {t('away.anewStart')}
        </Button>
      }
    >
      <p>{t('away.anewText', { folder: profile.folder })}</p>
      <Facts
        facts={[
          messages > 0 && t('library.total', { count: messages }),
          stock !== undefined && fileSize(stock.bytes),
        ]}
      />
      <p className="quiet">{t('away.anewDisk')}</p>
    </Dialog>
  );
}
