import { type FormEvent, type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  onChoose(folder: string): void;
}

/** The folders of the machine that Mailstow runs on, where no native dialog is at hand. */
export function FolderBrowser({ onChoose }: Props): ReactElement | null {
  const { t } = useWords();
  const { here, failure, look, create, close } = useStore(useStores().folders);
  const [name, setName] = useState('');
  if (here === undefined) return null;
  const { path, parent, folders } = here;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    await create(name);
    setName('');
  };
  const use = () => {
    onChoose(path);
    close();
  };
  return (
    <Dialog
      title={t('browse.title')}
      open
      onClose={close}
      actions={
        <>
          <Button kind="primary" onClick={use}>
            {t('browse.use')}
          </Button>
          <Button onClick={close}>{t('action.cancel')}</Button>
        </>
      }
    >
      <p className="quiet">{t('browse.machine')}</p>
      <p className="folder-browser-path" aria-live="polite">
        {path}
      </p>
      <ul className="folder-browser-list" aria-label={t('browse.list', { folder: path })}>
        {parent !== null && (
          <li>
            <button type="button" onClick={() => look(parent)}>
              <Icon name="up" />
              {t('browse.up')}
            </button>
          </li>
        )}
        {folders.map(each => (
          <li key={each.path}>
            <button type="button" onClick={() => look(each.path)}>
              <Icon name="folder" />
              {each.name}
            </button>
          </li>
        ))}
        {folders.length === 0 && (
          <li>
            <p className="quiet">{t('browse.empty')}</p>
          </li>
        )}
      </ul>
      <form onSubmit={add}>
        <Field
          label={t('browse.createName')}
          value={name}
          onChange={setName}
          action={
            <Button type="submit" disabled={name === ''}>
              {t('browse.create')}
            </Button>
          }
        />
      </form>
      {failure !== undefined && <FailureNotice failure={failure} />}
    </Dialog>
  );
}
