import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { isInboxOnly } from '../../store/server-kind.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { toField } from '../../ui/to-field.ts';
import { useWords } from '../../words/use-words.ts';
import { useChosenWords } from './chosen-words.ts';
import { MailboxChoice } from './mailbox-choice.tsx';
import { passwordFieldId } from './sign-in-fields.tsx';

/** Which folders: as the server has them, or as far as they are known while it cannot be asked. */
export function EditFolders(): ReactElement {
  const { t } = useWords();
  const { draft, listing, listFailure, foldersFrom, load, stopLoading } = useStore(
    useStores().edit,
  );
  const sum = useChosenWords(draft);
  const ways = {
    'try-again': () => void load(),
    server: () => void load(),
    password: () => toField(passwordFieldId),
  };
  if (isInboxOnly(draft)) {
    return (
      <div>
        <p>{t('what.inboxOnly')}</p>
        <p className="quiet">{t('what.inboxOnlyHint')}</p>
      </div>
    );
  }
  return (
    <>
      <p className="quiet">{t('what.everythingHint')}</p>
      {draft.mailboxes.length > 0 && <MailboxChoice />}
      {foldersFrom === 'server' && (
        <p className="quiet" role="status">
          {sum}
        </p>
      )}
      {listing && (
        <Notice
          kind="waiting"
          message={t('edit.loadingFolders')}
          actions={<Button onClick={stopLoading}>{t('action.cancel')}</Button>}
        />
      )}
      {listFailure !== undefined && <FailureNotice failure={listFailure} ways={ways} unasked />}
      {!listing && foldersFrom === 'archive' && (
        <Notice
          kind="plain"
          message={t('edit.knownFolders')}
          nextStep={t('edit.knownFoldersNext')}
          actions={
            listFailure === undefined && (
              <Button onClick={() => void load()}>{t('edit.loadFolders')}</Button>
            )
          }
        />
      )}
    </>
  );
}
