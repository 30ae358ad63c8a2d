import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ExportKind } from '../../../shared/contract.ts';
import { mostPicked } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { chosenOf, countOf, type Question } from '../../store/selection.ts';
import { useStores } from '../../store/stores.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Menu } from '../../ui/controls/menu.tsx';
import type { IconName } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { ExportRow } from './export-row.tsx';
import './selection-bar.css';

interface Props {
  /** What the list above it shows. */
  readonly question: Question;
  readonly total: number;
  /** There are more than `total`, and nobody counted them. */
  readonly atLeast?: boolean;
}

const icons: Readonly<Record<ExportKind, IconName>> = {
  eml: 'folder',
  zip: 'archive',
  mbox: 'all',
  pdf: 'pdf',
};

/** Below a list: what is selected, what can be done with it, and how far that has come. */
export function SelectionBar({ question, total, atLeast = false }: Props): ReactElement | null {
  const { t } = useWords();
  const stores = useStores();
  const selection = useStore(stores.selection);
  const { exports, failure } = useStore(stores.outgoing);
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const { start, forgetFailure } = stores.outgoing.getState();
  const count = countOf(selection, total);
  const ofSeveral = failure !== undefined && failure.of === undefined ? failure.why : undefined;
  const kinds: readonly ExportKind[] = onDesktop ? ['eml', 'zip', 'mbox', 'pdf'] : ['zip', 'mbox'];
  const isMore = selection.isAll && atLeast;
  return (
    <section className="selection" aria-label={t('several.label')}>
      {ofSeveral !== undefined && (
        <div className="selection-failure">
          <FailureNotice failure={ofSeveral} />
          <IconButton icon="close" label={t('exports.dismiss')} onClick={forgetFailure} />
        </div>
      )}
      {exports.map(each => (
        <ExportRow key={each.exportId} state={each} />
      ))}
      {count > 0 && (
        <div className="selection-bar">
          <p role="status">
            {t(isMore ? 'several.selectedMore' : 'several.selected', { count })}
            {selection.isCapped && (
              <span className="small quiet">{t('several.most', { most: mostPicked })}</span>
            )}
          </p>
          <Menu
            label={t('several.saveAs', { count })}
            text={t('several.save')}
            entries={kinds.map(kind => ({
              ...{ id: kind, icon: icons[kind], label: t(`several.${kind}`) },
              onChoose: () => void start(chosenOf(selection, question), kind),
            }))}
          />
          <IconButton icon="close" label={t('several.clear')} onClick={selection.clear} />
        </div>
      )}
    </section>
  );
}
