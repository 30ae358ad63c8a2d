import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/button.tsx';
import { Toggle } from '../../ui/controls/check.tsx';
import { useWords } from '../../words/use-words.ts';
import { DeletionQuestion } from './deletion-question.tsx';
import { useForm } from './form.ts';

/** Whether the server's own copies are ever deleted: never, unless a person has read what that means. */
export function EditDeletion(): ReactElement {
  const { t } = useWords();
  const { draft, change } = useStore(useForm());
  const [isAsking, setAsking] = useState(false);
  const { deleteAfter, headersOnly } = draft;
  if (headersOnly) return <p className="quiet">{t('edit.deletion.headersOnly')}</p>;
  const isOn = deleteAfter !== undefined;
  return (
    <div className="card card-padded stack">
      <Toggle
        label={t('edit.deletion.toggle')}
        hint={isOn ? t('edit.deletion.on', { count: deleteAfter }) : t('edit.deletion.off')}
        on={isOn}
        onChange={on => (on ? setAsking(true) : change({ deleteAfter: undefined }))}
      />
      {isOn && (
        <div>
          <Button onClick={() => setAsking(true)}>{t('edit.deletion.change')}</Button>
        </div>
      )}
      {isAsking && (
        <DeletionQuestion
          draft={draft}
          onChosen={days => change({ deleteAfter: days })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
