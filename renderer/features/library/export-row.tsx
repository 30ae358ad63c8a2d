import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ExportState } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';

/** How far messages have come on their way out, or where they ended. */
export function ExportRow({ state }: { readonly state: ExportState }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, ({ info }) => info?.host === 'desktop');
  const { stop, show, dismiss } = stores.outgoing.getState();
  const { exportId, name, done, of } = state;
  if (state.state === 'running') {
    return (
      <div className="export">
        <div className="export-words">
          <p className="cut">{t('exports.running', { name })}</p>
          <p className="small quiet">{t('exports.progress', { done, of })}</p>
          <Progress thin label={t('exports.label')} value={of === 0 ? undefined : done / of} />
        </div>
        <Button size="small" onClick={() => void stop(exportId)}>
          {t('exports.stop')}
        </Button>
      </div>
    );
  }
  return (
    <div className="export">
      <div className="export-words">
        <Ended state={state} />
        <Lacking state={state} />
      </div>
      {state.state === 'done' && onDesktop && (
        <Button size="small" onClick={() => void show(exportId)}>
          {t('exports.show')}
        </Button>
      )}
      <IconButton icon="close" label={t('exports.dismiss')} onClick={() => dismiss(exportId)} />
    </div>
  );
}

function Ended({ state }: { readonly state: ExportState }): ReactElement {
  const { t } = useWords();
  const { name, failure } = state;
  if (failure !== undefined) {
    return (
      <>
        <p className="strong">{t('exports.failed', { name })}</p>
        <FailureNotice failure={failure} />
      </>
    );
  }
  const isDone = state.state === 'done';
  return (
    <p role="status">
      {isDone ? t('exports.done', { count: state.done, name }) : t('exports.stopped', { name })}
    </p>
  );
}

function Lacking({ state }: { readonly state: ExportState }): ReactElement | null {
  const { t, failure: tell } = useWords();
  const { lacking, problems } = state;
  if (lacking === 0 || state.state !== 'done') return null;
  return (
    <>
      <p className="small">{t('exports.lacking', { count: lacking })}</p>
      {problems.length > 0 && (
        <Fold title={t('exports.which')}>
          <ul className="export-problems small">
            {problems.map(({ subject, failure }, index) => (
              // Two may be called alike, and none ever moves.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={index}>
                {subject || t('library.noSubject')}: {tell(failure).message}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}
