import { type ReactElement, useEffect } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Attachment, Preview } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { useSaveAttachments } from './use-save-attachments.tsx';
import './preview-dialog.css';

/** A file in front of everything else, with the ways to the one before and the one after it. */
export function PreviewDialog(props: {
  readonly attachments: readonly Attachment[];
}): ReactElement | null {
  const { t } = useWords();
  const stores = useStores();
  const { previewed } = useStore(stores.closeUp);
  const { preview: show, closePreview } = stores.closeUp.getState();
  const { save, warning } = useSaveAttachments();
  const shown = props.attachments.filter(({ preview }) => preview !== undefined);
  const at = shown.findIndex(({ index }) => index === previewed?.index);
  const file = shown[at];
  const isOpen = file !== undefined;
  const before = shown[at - 1]?.index;
  const after = isOpen ? shown[at + 1]?.index : undefined;
  useEffect(() => {
    const hear = ({ key }: KeyboardEvent) => {
      // A button that has become of no use at the last file takes the focus along, out of the dialog.
      if (key === 'Escape' && isOpen) closePreview();
      const next = key === 'ArrowLeft' ? before : key === 'ArrowRight' ? after : undefined;
      if (next !== undefined) void show(next);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [before, after, show, isOpen, closePreview]);
  if (previewed === undefined || file === undefined) return null;
  const name = file.name || t('message.noName');
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen
      isDismissable
      onOpenChange={stays => {
        if (!stays) closePreview();
      }}
    >
      <Modal className="preview">
        <Dialog className="preview-content">
          <div className="preview-head">
            <Heading slot="title" className="cut">
              {name}
            </Heading>
            {shown.length > 1 && (
              <>
                <span className="small quiet">
                  {t('preview.of', { number: at + 1, count: shown.length })}
                </span>
                <IconButton
                  icon="left"
                  label={t('preview.previous')}
                  disabled={before === undefined}
                  onClick={() => before !== undefined && void show(before)}
                />
                <IconButton
                  icon="right"
                  label={t('preview.next')}
                  disabled={after === undefined}
                  onClick={() => after !== undefined && void show(after)}
                />
              </>
            )}
            <Button
              size="small"
              aria-label={t('message.saveNamed', { name })}
              onClick={() => save([file])}
            >
              {t('message.save')}
            </Button>
            <IconButton icon="close" label={t('action.close')} onClick={closePreview} />
          </div>
          {warning}
          {previewed.status === 'loading' && <Skeleton lines={8} />}
          {previewed.failure !== undefined && <FailureNotice failure={previewed.failure} />}
          {previewed.preview !== undefined && <Shown preview={previewed.preview} name={name} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Shown(props: { readonly preview: Preview; readonly name: string }): ReactElement {
  const { preview, name } = props;
  const { t } = useWords();
  const { info } = useStore(useStores().settings);
  if (preview.shows === 'nothing') {
    return <Notice kind="plain" message={t(`preview.nothing.${preview.reason}`)} />;
  }
  const { shows, page, cut } = preview;
  // A web page may lead elsewhere, as a message may; nothing else has links.
  const further = info?.host === 'browser' ? ' allow-popups-to-escape-sandbox' : '';
  return (
    <>
      {shows === 'words' && <p className="preview-note small">{t('preview.wordsOnly')}</p>}
      {shows === 'html' && <p className="preview-note small">{t('preview.madeSafe')}</p>}
      {cut && <p className="preview-note small">{t('preview.cut')}</p>}
      <iframe
        key={page}
        className="preview-page"
        title={t('preview.label', { name })}
        src={page}
        sandbox={shows === 'html' ? `allow-popups${further}` : ''}
        referrerPolicy="no-referrer"
      />
    </>
  );
}
