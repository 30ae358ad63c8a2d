import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { chosen, estimatedBytes } from '../../store/mailbox-tree.ts';
import { isRefused } from '../../store/setup.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Choices } from '../../ui/controls/choices.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { PlaceNotice } from './place-notice.tsx';
import { SetupStep } from './step.tsx';

/** The folder of the archive: one stands there already; with what it has room for. */
export function StepWhere(): ReactElement {
  const { t, fileSize } = useWords();
  const stores = useStores();
  const { draft, seen, failure, proposed, propose, chooseFolder, goTo } = useStore(stores.setup);
  const { folder, headersOnly } = draft;
  const free = seen?.free;
  const isBegun = seen?.holds !== undefined;
  const { messages } = chosen(draft.mailboxes, draft.leftOut ?? []);
  const needed = estimatedBytes(messages, headersOnly);
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
      {seen !== undefined && <PlaceNotice seen={seen} />}
      {free !== undefined && !isBegun && <Room free={free} needed={needed} />}
      {free !== undefined && !isBegun && free < needed && (
        <Notice kind="needs" message={t('where.tight')} nextStep={t('where.tightNext')} />
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </SetupStep>
  );
}

/** What the archive needs of what is free. */
function Room({ free, needed }: { readonly free: number; readonly needed: number }): ReactElement {
  const { t, fileSize } = useWords();
  const share = Math.min(1, free === 0 ? 1 : needed / free);
  return (
    <div className="stack-small">
      <div className="room" aria-hidden="true">
        <div style={{ width: `${Math.max(0.5, 100 * share)}%` }} />
      </div>
      <dl className="room-facts">
        <div>
          <dt>{t('where.needed')}</dt>
          <dd className="strong">{fileSize(needed)}</dd>
        </div>
        <div>
          <dt>{t('where.free')}</dt>
          <dd>{fileSize(free)}</dd>
        </div>
      </dl>
    </div>
  );
}
