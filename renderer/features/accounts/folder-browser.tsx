import { type FormEvent, type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { Wanted } from '../../store/folder-browser.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Icon, type IconName } from '../../ui/feedback/icon.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

/** Folders and certificates of the machine that Mailstow runs on, where no native dialog is at hand. */
export function FolderBrowser(): ReactElement | null {
  const { t } = useWords();
  const { wanted, here, failure, use, look, close } = useStore(useStores().folders);
  if (wanted === undefined || (here === undefined && failure === undefined)) return null;
  return (
    <Dialog
      title={t(`browse.title.${wanted}`)}
      open
      onClose={close}
      safe={<Button onClick={close}>{t('action.cancel')}</Button>}
      acting={
        here !== undefined &&
        wanted !== 'certificate-file' && (
          <Button kind="primary" onClick={() => use(here.path)}>
            {t('browse.use')}
          </Button>
        )
      }
    >
      {here !== undefined && <Looking here={here} wanted={wanted} />}
      {failure !== undefined && (
        <FailureNotice failure={failure} ways={{ 'try-again': () => void look(here?.path) }} />
      )}
    </Dialog>
  );
}

interface LookingProps {
  readonly here: Output<'certificates.browse'>;
  readonly wanted: Wanted;
}

function Looking({ here, wanted }: LookingProps): ReactElement {
  const { t } = useWords();
  return (
    <>
      <p className="quiet">{t('browse.machine')}</p>
      <p className="folder-browser-path" aria-live="polite">
        {here.path}
      </p>
      <Entries here={here} choosesFile={wanted === 'certificate-file'} />
      {wanted === 'certificate-folder' && (
        <p className="quiet" role="status">
          {t('browse.certificates', { count: here.files.length })}
        </p>
      )}
      {wanted === 'archive-folder' && <NewFolder />}
    </>
  );
}

interface EntriesProps {
  readonly here: Output<'certificates.browse'>;
  readonly choosesFile: boolean;
}

/** Folders to look into, and files to choose. */
function Entries({ here, choosesFile }: EntriesProps): ReactElement {
  const { t } = useWords();
  const { look, use } = useStores().folders.getState();
  const { path, parent, folders } = here;
  const files = choosesFile ? here.files : [];
  return (
    <ul className="folder-browser-list" aria-label={t('browse.list', { folder: path })}>
      {parent !== null && <Entry icon="up" label={t('browse.up')} onChoose={() => look(parent)} />}
      {folders.map(each => (
        <Entry key={each.path} icon="folder" label={each.name} onChoose={() => look(each.path)} />
      ))}
      {files.map(each => (
        <Entry
          key={each.path}
          icon="certificate"
          label={each.name}
          onChoose={() => use(each.path)}
        />
      ))}
      {folders.length + files.length === 0 && (
        <li>
          <p className="quiet">{choosesFile ? t('browse.emptyFiles') : t('browse.empty')}</p>
        </li>
      )}
    </ul>
  );
}

interface EntryProps {
  readonly icon: IconName;
  readonly label: string;
  onChoose(): void;
}

function Entry({ icon, label, onChoose }: EntryProps): ReactElement {
  return (
    <li>
      <button type="button" onClick={onChoose}>
        <Icon name={icon} small />
        {label}
      </button>
    </li>
  );
}

function NewFolder(): ReactElement {
  const { t } = useWords();
  const { create } = useStores().folders.getState();
  const [name, setName] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    await create(name);
    setName('');
  };
  return (
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
  );
}
