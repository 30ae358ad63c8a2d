import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { tell } from '../../parts/toasts.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly account: Account;
  onClose(): void;
}

/** Asks before an account is forgotten; its archive stays. */
export function RemoveAccount({ account, onClose }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const { remove, restore } = stores.accounts.getState();
  const { id, profile } = account;
  const { email, folder } = profile;
  const removeNow = async () => {
    onClose();
    if (!(await remove(id))) return;
    tell(t('accounts.removed', { email }), {
      label: t('action.undo'),
      act: () => void restore(id),
    });
    // The card that had the keyboard is gone.
    document.getElementById('content')?.focus();
  };
  return (
    <Dialog
      title={t('settings.removeTitle', { email })}
      open
      onClose={onClose}
      safe={<Button onClick={onClose}>{t('action.cancel')}</Button>}
      acting={
        <Button kind="danger" onClick={() => void removeNow()}>
          {t('settings.removeConfirm')}
        </Button>
      }
    >
      <p>{t('settings.removeText', { folder })}</p>
      <p className="quiet">{t('settings.removeMail')}</p>
      {onDesktop && (
        <div>
          <Button icon="folder-open" onClick={() => void stores.runs.getState().showFolder(id)}>
            {t('ways.show-folder')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
