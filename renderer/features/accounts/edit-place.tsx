import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { isRefused } from '../../store/account-form.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { EditFailure } from './edit-failure.tsx';
import { PlaceNotice } from './place-notice.tsx';
import { Room } from './room.tsx';

/** Where the archive is kept, and what it means to choose another folder. */
export function EditPlace({ account }: { readonly account: Account }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { draft, seen, chooseFolder } = useStore(stores.edit);
  const { folder: before } = account.profile;
  const { folder } = draft;
  const isElsewhere = folder !== before;
  useEffect(() => {
    const { seen: known, failure: failed, chooseFolder: look } = stores.edit.getState();
    // What was chosen before the window was closed.
    if (isElsewhere && known === undefined && failed === undefined) void look(folder);
  }, [stores, isElsewhere, folder]);
  const choose = async () => {
    const chosen = await stores.folders.getState().choose('archive-folder', folder);
    if (chosen !== undefined) await chooseFolder(chosen);
  };
  return (
    <>
      <div className="card card-padded stack">
        <p className="edit-folder">
          <Icon name="folder" />
          <span>{folder}</span>
        </p>
        <div className="row">
          <Button icon="folder-other" onClick={() => void choose()}>
            {t('where.change')}
          </Button>
          {isElsewhere && (
            <Button kind="quiet" onClick={() => void chooseFolder(before)}>
              {t('edit.sameFolder')}
            </Button>
          )}
        </div>
      </div>
      <EditFailure at="folder" ways={{ folder: () => void choose() }} />
      {isElsewhere && seen !== undefined && <PlaceNotice seen={seen} proposed={undefined} />}
      {isElsewhere && seen !== undefined && !isRefused(seen) && (
        <>
          <Notice
            kind="needs"
            message={t('edit.moved', { folder: before })}
            nextStep={t('edit.movedNext')}
          />
          {seen.holds === undefined && <Room free={seen.free} draft={draft} />}
        </>
      )}
    </>
  );
}
