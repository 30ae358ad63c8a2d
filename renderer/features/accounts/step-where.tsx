import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { isRefused } from '../../store/account-form.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Choices } from '../../ui/controls/choices.tsx';
import { useWords } from '../../words/use-words.ts';
import { PlaceNotice } from './place-notice.tsx';
import { Room } from './room.tsx';
import { SetupStep } from './step.tsx';

/** The folder of the archive: one stands there already; with what it has room for. */
export function StepWhere(): ReactElement {
  const { t, fileSize } = useWords();
  const stores = useStores();
  const { draft, seen, failure, proposed, propose, chooseFolder, goTo } = useStore(stores.setup);
  const { folder } = draft;
  const free = seen?.free;
  useEffect(() => void propose(), [propose]);
  const choose = async () => {
    const start = folder === '' || folder === proposed?.path ? undefined : folder;
    const chosenFolder = await stores.folders.getState().choose('archive-folder', start);
    if (chosenFolder !== undefined) await chooseFolder(chosenFolder);
  };
  const mayGoOn = folder !== '' && seen !== undefined && !isRefused(seen);
  const places = [
    proposed !== undefined && {
      value: proposed.path,
      icon: 'folder' as const,
      title: t('where.proposed'),
      text: proposed.path,
      fact: t('where.freeSize', { size: fileSize(proposed.free) }),
    },
    folder !== '' &&
      folder !== proposed?.path && {
        value: folder,
        icon: 'folder' as const,
        title: t('where.chosen'),
        text: folder,
        fact: free === undefined ? undefined : t('where.freeSize', { size: fileSize(free) }),
      },
  ].filter(place => place !== false);
  return (
    <SetupStep
      question={t('where.title')}
      lead={t('where.written')}
      foot={
        <>
          <Button onClick={() => goTo('what')}>{t('action.back')}</Button>
          <span className="page-foot-middle" />
          <Button kind="primary" disabled={!mayGoOn} onClick={() => goTo('start')}>
            {t('where.continue')}
          </Button>
        </>
      }
    >
      {places.length > 0 && (
        <div className="card">
          <Choices
            label={t('where.title')}
            value={folder}
            choices={places}
            onChange={path => void chooseFolder(path)}
          />
        </div>
      )}
      <div>
        <Button
          icon="folder-other"
          kind={places.length === 0 ? 'primary' : 'plain'}
          onClick={() => void choose()}
        >
          {places.length === 0 ? t('where.choose') : t('where.change')}
        </Button>
      </div>
      {seen !== undefined && <PlaceNotice seen={seen} proposed={proposed?.path} />}
      {seen !== undefined && seen.holds === undefined && <Room free={seen.free} draft={draft} />}
      {failure !== undefined && (
        <FailureNotice failure={failure} ways={{ folder: () => void choose() }} />
      )}
    </SetupStep>
  );
}
