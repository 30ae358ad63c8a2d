import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Attachment } from '../../../shared/contract.ts';
import type { Mark } from '../../../shared/search/marks.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon, type IconName } from '../../ui/feedback/icon.tsx';
import { Marked } from '../../ui/lists/marked.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly attachment: Attachment;
  /** Found words in its name. */
  readonly marks: readonly Mark[];
  /** How often what was looked for is in it. */
  readonly matches: number;
  /** Whether the system's own program may open it. */
  readonly opens: boolean;
  onPreview(): void;
  onOpen(): void;
  onSave(): void;
}

/** A file that came with a message; what can be looked at here is a button itself. */
export function AttachmentTile(props: Props): ReactElement {
  const { attachment, marks, matches, opens, onPreview, onOpen, onSave } = props;
  const { t, fileSize } = useWords();
  const { type, size, dangerous, preview } = attachment;
  const name = attachment.name || t('message.noName');
  const inside = (
    <>
      <span className="attachment-kind" data-dangerous={dangerous || undefined}>
        <Icon name={dangerous ? 'alert' : iconOf(type)} small />
      </span>
      <span className="attachment-words">
        <span className="cut" title={name}>
          <Marked text={name} marks={marks} />
        </span>
        <span className="small quiet">
          {fileSize(size)}
          {matches > 0 && (
            <>
              {' · '}
              <mark>{t('find.inside', { count: matches })}</mark>
            </>
          )}
          {dangerous && <span className="attachment-danger"> · {t('message.dangerous')}</span>}
        </span>
      </span>
    </>
  );
  return (
    <li className="attachment">
      {preview === undefined ? (
        <span className="attachment-look">{inside}</span>
      ) : (
        <AriaButton
          className="attachment-look"
          aria-label={t('preview.lookAt', { name })}
          onPress={onPreview}
        >
          {inside}
        </AriaButton>
      )}
      {opens && (
        <Button size="small" aria-label={t('message.openNamed', { name })} onClick={onOpen}>
          {t('message.open')}
        </Button>
      )}
      <Button size="small" aria-label={t('message.saveNamed', { name })} onClick={onSave}>
        {t('message.save')}
      </Button>
    </li>
  );
}

/** @param type as the message says it */
function iconOf(type: string): IconName {
  const [kind] = type.split('/');
  if (type === 'text/calendar') return 'calendar';
  if (kind === 'image' || kind === 'text') return kind;
  if (kind === 'video') return 'film';
  if (kind === 'audio') return 'music';
  return /pdf|document|word|sheet|presentation/.test(type) ? 'text' : 'clip';
}
