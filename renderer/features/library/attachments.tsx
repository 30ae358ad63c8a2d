import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { Attachment } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

/** What came with the message: kinds known to be harmless can be opened, dangerous ones are kept only after a warning. */
export function Attachments(props: { readonly attachments: readonly Attachment[] }): ReactElement {
  const { t, fileSize } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const { saveAttachment, openAttachment } = stores.message.getState();
  const [asked, setAsked] = useState<Attachment>();
  const { attachments } = props;
  const save = ({ index }: Attachment) => {
    setAsked(undefined);
    void saveAttachment(index);
  };
  return (
    <section className="attachments">
      <h3 className="unseen">{t('message.attachments', { count: attachments.length })}</h3>
      <ul>
        {attachments.map(attachment => {
          const name = attachment.name || t('message.noName');
          return (
            <li key={attachment.index}>
              <Icon name={attachment.dangerous ? 'alert' : 'clip'} />
              <span className="attachments-name">
                {name}
                <span className="small quiet"> {fileSize(attachment.size)}</span>
                {attachment.dangerous && (
                  <span className="small attachments-danger"> {t('message.dangerous')}</span>
                )}
              </span>
              {onDesktop && attachment.openable && (
                <Button
                  aria-label={t('message.openNamed', { name })}
                  onClick={() => void openAttachment(attachment.index)}
                >
                  {t('message.open')}
                </Button>
              )}
              <Button
                aria-label={t('message.saveNamed', { name })}
                onClick={() => (attachment.dangerous ? setAsked(attachment) : save(attachment))}
              >
                {t('message.save')}
              </Button>
            </li>
          );
        })}
      </ul>
      {asked !== undefined && (
        <Warning attachment={asked} onGo={() => save(asked)} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
}

interface WarningProps {
  readonly attachment: Attachment;
  onGo(): void;
  onClose(): void;
}

function Warning({ attachment, onGo, onClose }: WarningProps): ReactElement {
  const { t } = useWords();
  const name = attachment.name || t('message.noName');
  return (
    <Dialog
      title={t('message.dangerSaveTitle', { name })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="danger" onClick={onGo}>
            {t('message.dangerSave')}
          </Button>
        </>
      }
    >
      <p>{t('message.dangerText')}</p>
    </Dialog>
  );
}
