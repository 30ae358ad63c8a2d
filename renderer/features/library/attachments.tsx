import { type ReactElement, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Attachment } from '../../../shared/contract.ts';
import { marker } from '../../../shared/search/marks.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';
import { AttachmentTile } from './attachment-tile.tsx';
import { useSaveAttachments } from './use-save-attachments.tsx';
import './attachments.css';

/** What came with the message: looked at, opened where that is harmless, saved; dangerous files only after a warning. */
export function Attachments(props: { readonly attachments: readonly Attachment[] }): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const { openAttachment } = stores.message.getState();
  const { preview } = stores.closeUp.getState();
  const saveFailure = useStore(stores.closeUp, state => state.saveFailure);
  const { save, isSaving, warning } = useSaveAttachments();
  const { attachments } = props;
  const { query, inside } = useStore(stores.message);
  const inName = useMemo(() => marker(query, 'filename'), [query]);
  const title = t('message.attachments', { count: attachments.length });
  return (
    <section className="attachments" aria-label={title}>
      {attachments.length > 1 && (
        <div className="attachments-head">
          <h3 className="small quiet">{title}</h3>
          <Button size="small" kind="quiet" busy={isSaving} onClick={() => save(attachments)}>
            {t('preview.saveAll')}
          </Button>
        </div>
      )}
      {saveFailure !== undefined && <FailureNotice failure={saveFailure} />}
      <ul>
        {attachments.map(attachment => (
          <AttachmentTile
            key={attachment.index}
            attachment={attachment}
            marks={inName?.(attachment.name || t('message.noName')) ?? []}
            matches={inside.find(({ index }) => index === attachment.index)?.count ?? 0}
            opens={onDesktop && attachment.openable}
            onPreview={() => void preview(attachment.index)}
            onOpen={() => void openAttachment(attachment.index)}
            onSave={() => save([attachment])}
          />
        ))}
      </ul>
      {warning}
    </section>
  );
}
