import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { ServerFolder } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { tell } from '../../parts/toasts.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Check } from '../../ui/controls/check.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

/** The name of a new folder, at the top or inside of another. */
export function NewFolderDialog(props: {
  readonly inside: ServerFolder | undefined;
}): ReactElement {
  const { t } = useWords();
  const form = useId();
  const { busy, refused, create, leave } = useStore(useStores().serverFolders);
  const [name, setName] = useState('');
  const [subscribe, setSubscribe] = useState(true);
  const inside = props.inside?.levels.at(-1);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = name.trim();
    if (await create(made, subscribe)) tell(t('mailboxes.made', { name: made }));
  };
  return (
    <Dialog
      title={
        inside === undefined ? t('mailboxes.newTitle') : t('mailboxes.newInTitle', { name: inside })
      }
      open
      onClose={leave}
      safe={<Button onClick={leave}>{t('action.cancel')}</Button>}
      acting={
        <Button kind="primary" type="submit" form={form} busy={busy} disabled={name.trim() === ''}>
          {t('mailboxes.make')}
        </Button>
      }
    >
      <form id={form} className="stack" onSubmit={event => void submit(event)}>
        <Field
          label={t('mailboxes.name')}
          autoComplete="off"
          autoFocus
          spellCheck={false}
          value={name}
          onChange={setName}
        />
        <Check
          label={t('mailboxes.alsoSubscribe')}
          hint={t('mailboxes.alsoSubscribeHint')}
          checked={subscribe}
          onChange={setSubscribe}
        />
      </form>
      {refused !== undefined && <FailureNotice failure={refused} />}
    </Dialog>
  );
}
