import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Account, ServerFolder } from '../../../shared/contract.ts';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { tell } from '../../parts/toasts.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly account: Account;
  readonly folder: ServerFolder;
}

/** Says what is in a folder and whether the archive has all of it; only then it can be deleted. */
export function DeleteDialog({ account, folder }: Props): ReactElement {
  const { t } = useWords();
  const { busy, refused, outlook, remove, leave } = useStore(useStores().serverFolders);
  const { archive } = useAccountWays(account.id);
  const name = folder.levels.at(-1) ?? folder.name;
  const isArchived = outlook?.notArchived === 0;
  const removeNow = async () => {
    if (!(await remove())) return;
    tell(t('mailboxes.deleted', { name }));
    // The line that had the keyboard is gone.
    document.getElementById('content')?.focus();
  };
  const archiveNow = () => {
    leave();
    archive?.();
  };
  return (
    <Dialog
      title={t('mailboxes.deleteTitle', { name })}
      open
      onClose={leave}
      safe={<Button onClick={leave}>{t('mailboxes.keep')}</Button>}
      acting={
        outlook !== undefined && !isArchived ? (
          <Button kind="primary" onClick={archiveNow}>
            {t('ways.archive')}
          </Button>
        ) : (
          <Button
            kind="danger"
            busy={busy && isArchived}
            disabled={!isArchived || refused !== undefined}
            onClick={() => void removeNow()}
          >
            {t('mailboxes.deleteNow')}
          </Button>
        )
      }
    >
      {outlook === undefined && busy && (
        <>
          <p role="status">{t('mailboxes.comparing')}</p>
          <Progress label={t('mailboxes.comparing')} value={undefined} />
        </>
      )}
      {outlook !== undefined && <Found folder={folder} outlook={outlook} />}
      {refused !== undefined && <FailureNotice failure={refused} ways={{ archive: archiveNow }} />}
    </Dialog>
  );
}

interface FoundProps {
  readonly folder: ServerFolder;
  readonly outlook: { readonly messages: number; readonly notArchived: number };
}

function Found({ folder, outlook }: FoundProps): ReactElement {
  const { t, number } = useWords();
  const { messages, notArchived } = outlook;
  if (notArchived > 0) {
    const counts = { missing: number(notArchived), messages: number(messages) };
    return (
      <Notice
        kind="needs"
        message={t('mailboxes.deleteNot', counts)}
        nextStep={t('mailboxes.deleteNotNext')}
      />
    );
  }
  const empty = folder.selectable ? 'mailboxes.deleteEmpty' : 'mailboxes.deleteLevel';
  return (
    <>
      <p role="status" className="strong">
        {messages === 0 ? t(empty) : t('mailboxes.deleteAll', { count: messages })}
      </p>
      <p>{t('mailboxes.deleteText')}</p>
    </>
  );
}
