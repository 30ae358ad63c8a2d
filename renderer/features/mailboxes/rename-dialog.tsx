import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { ServerFolder } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { tell } from '../../parts/toasts.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

/** Another name for a folder, which stays where it is. */
export function RenameDialog({ folder }: { readonly folder: ServerFolder }): ReactElement {
  const { t } = useWords();
  const form = useId();
  const { busy, refused, rename, leave } = useStore(useStores().serverFolders);
  const before = folder.levels.at(-1) ?? folder.name;
  const [name, setName] = useState(before);
  const newName = name.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await rename(newName)) tell(t('mailboxes.renamed', { name: before, newName }));
  };
  return (
    <Dialog
      title={t('mailboxes.renameTitle', { name: before })}
      open
      onClose={leave}
      safe={<Button onClick={leave}>{t('action.cancel')}</Button>}
      acting={
        <Button
          kind="primary"
          type="submit"
          form={form}
          busy={busy}
          disabled={newName === '' || newName === before}
        >
          {t('mailboxes.renameNow')}
        </Button>
      }
    >
      <form id={form} onSubmit={event => void submit(event)}>
        <Field
          label={t('mailboxes.name')}
          hint={t('mailboxes.renameText')}
          autoComplete="off"
          autoFocus
          spellCheck={false}
          value={name}
          onChange={setName}
        />
      </form>
      {refused !== undefined && <FailureNotice failure={refused} />}
    </Dialog>
  );
}
