import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { Attachment } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/use-words.ts';

interface Asked {
  readonly attachment: Attachment;
  readonly how: 'save' | 'open';
}

/** What came with the message; dangerous kinds only after a warning. */
export function Attachments(props: { readonly attachments: readonly Attachment[] }): ReactElement {
  const { t, octets } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const { saveAttachment, openAttachment } = stores.message.getState();
  const [asked, setAsked] = useState<Asked>();
  const { attachments } = props;
  const go = ({ attachment, how }: Asked) => {
    setAsked(undefined);
    void (how === 'save' ? saveAttachment : openAttachment)(attachment.index);
  };
  const want = (what: Asked) => (what.attachment.dangerous ? setAsked(what) : go(what));
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
                <span className="small quiet"> {octets(attachment.size)}</span>
                {attachment.dangerous && (
                  <span className="small attachments-danger"> {t('message.dangerous')}</span>
                )}
              </span>
              {onDesktop && (
                <Button
                  aria-label={t('message.openNamed', { name })}
                  onClick={() => want({ attachment, how: 'open' })}
                >
                  {t('message.open')}
                </Button>
              )}
              <Button
                aria-label={t('message.saveNamed', { name })}
                onClick={() => want({ attachment, how: 'save' })}
              >
                {t('message.save')}
              </Button>
            </li>
          );
        })}
      </ul>
      {asked !== undefined && (
        <Warning asked={asked} onGo={() => go(asked)} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
}

interface WarningProps {
  readonly asked: Asked;
  onGo(): void;
  onClose(): void;
}

function Warning({ asked, onGo, onClose }: WarningProps): ReactElement {
  const { t } = useWords();
  const { how, attachment } = asked;
  const name = attachment.name || t('message.noName');
  return (
    <Dialog
      title={
        how === 'save' ? t('message.dangerSaveTitle', { name }) : t('message.dangerTitle', { name })
      }
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="danger" onClick={onGo}>
            {how === 'save' ? t('message.dangerSave') : t('message.dangerOpen')}
          </Button>
        </>
      }
    >
      <p>{t('message.dangerText')}</p>
    </Dialog>
  );
}
