import type { ReactElement } from 'react';
import type { Attachment } from '../../../shared/contract.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  /** Those that can do harm, of what is to be saved. */
  readonly files: readonly Attachment[];
  onGo(): void;
  onClose(): void;
}

/** Before files are kept that can do harm. */
export function DangerWarning({ files, onGo, onClose }: Props): ReactElement {
  const { t } = useWords();
  const names = files.map(({ name }) => name || t('message.noName'));
  const [name = ''] = names;
  return (
    <Dialog
      title={
        names.length === 1
          ? t('message.dangerSaveTitle', { name })
          : t('preview.dangerSaveTitle', { count: names.length })
      }
      open
      onClose={onClose}
      safe={<Button onClick={onClose}>{t('action.cancel')}</Button>}
      acting={
        <Button kind="danger" onClick={onGo}>
          {t('message.dangerSave')}
        </Button>
      }
    >
      {names.length > 1 && (
        <ul>
          {files.map(({ index }, at) => (
            <li key={index}>{names[at]}</li>
          ))}
        </ul>
      )}
      <p>{t('message.dangerText')}</p>
    </Dialog>
  );
}
