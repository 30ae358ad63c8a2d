import { type ReactElement, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Attachment } from '../../../shared/contract.ts';
import { marker } from '../../../shared/search/marks.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon, type IconName } from '../../ui/feedback/icon.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { Marked } from '../../ui/lists/marked.tsx';
import { useWords } from '../../words/use-words.ts';

/** What came with the message: kinds known to be harmless can be opened, dangerous ones are kept only after a warning. */
export function Attachments(props: { readonly attachments: readonly Attachment[] }): ReactElement {
  const { t, fileSize } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const { saveAttachment, openAttachment } = stores.message.getState();
  const [asked, setAsked] = useState<Attachment>();
  const { attachments } = props;
  const { query, inside } = useStore(stores.message);
  const inName = useMemo(() => marker(query, 'filename'), [query]);
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
          const matches = inside.find(({ index }) => index === attachment.index)?.count ?? 0;
          return (
            <li key={attachment.index} className="attachment">
              <span className="attachment-kind" data-dangerous={attachment.dangerous || undefined}>
                <Icon name={attachment.dangerous ? 'alert' : iconOf(attachment.type)} small />
              </span>
              <span className="attachment-words">
                <span className="cut" title={name}>
                  <Marked text={name} marks={inName?.(name) ?? []} />
                </span>
                <span className="small quiet">
                  {fileSize(attachment.size)}
                  {matches > 0 && (
                    <>
                      {' · '}
                      <mark>{t('find.inside', { count: matches })}</mark>
                    </>
                  )}
                  {attachment.dangerous && (
                    <span className="attachment-danger"> · {t('message.dangerous')}</span>
                  )}
                </span>
              </span>
              {onDesktop && attachment.openable && (
                <Button
                  size="small"
                  aria-label={t('message.openNamed', { name })}
                  onClick={() => void openAttachment(attachment.index)}
                >
                  {t('message.open')}
                </Button>
              )}
              <Button
                size="small"
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

/** @param type as the message says it */
function iconOf(type: string): IconName {
  const [kind] = type.split('/');
  if (kind === 'image' || kind === 'text') return kind;
  if (kind === 'video') return 'film';
  if (kind === 'audio') return 'music';
  return /pdf|document|word|sheet|presentation/.test(type) ? 'text' : 'clip';
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
      safe={<Button onClick={onClose}>{t('action.cancel')}</Button>}
      acting={
        <Button kind="danger" onClick={onGo}>
          {t('message.dangerSave')}
        </Button>
      }
    >
      <p>{t('message.dangerText')}</p>
    </Dialog>
  );
}
