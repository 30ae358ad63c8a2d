import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { chosen, estimatedBytes } from '../../store/mailbox-tree.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { FailureNotice } from '../../ui/feedback/failure-notice.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';

/** The folder of the archive, with what it has room for. */
export function StepWhere({ above }: { readonly above: ReactNode }): ReactElement {
  const { t, fileSize } = useWords();
  const stores = useStores();
  const { draft, free, failure, chooseFolder, goTo } = useStore(stores.setup);
  const { folder, headersOnly } = draft;
  const { messages } = chosen(draft.mailboxes, draft.leftOut ?? []);
  const needed = estimatedBytes(messages, headersOnly);
  const choose = async () => {
    const start = folder === '' ? undefined : folder;
    const chosenFolder = await stores.folders.getState().choose('archive-folder', start);
    if (chosenFolder !== undefined) await chooseFolder(chosenFolder);
  };
  return (
    <Page title={t('where.title')} narrow above={above}>
      <div className="form">
        <p className="quiet">{t('where.written')}</p>
        {folder !== '' && (
          <dl className="facts">
            <dt>{t('where.folder')}</dt>
            <dd>{folder}</dd>
            <dt>{t('where.free')}</dt>
            <dd>{free === undefined ? '…' : fileSize(free)}</dd>
            <dt>{t('where.needed')}</dt>
            <dd>{fileSize(needed)}</dd>
          </dl>
        )}
        <div>
          <Button kind={folder === '' ? 'primary' : 'plain'} onClick={choose}>
            {folder === '' ? t('where.choose') : t('where.change')}
          </Button>
        </div>
        {free !== undefined && free < needed && (
          <Notice kind="warning" message={t('where.tight')} nextStep={t('where.tightNext')} />
        )}
        {failure !== undefined && <FailureNotice failure={failure} />}
        <div className="form-actions">
          <Button onClick={() => goTo('what')}>{t('action.back')}</Button>
          {folder !== '' && (
            <Button kind="primary" onClick={() => goTo('start')}>
              {t('where.continue')}
            </Button>
          )}
        </div>
      </div>
    </Page>
  );
}
