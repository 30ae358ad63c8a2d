import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { Toggle } from '../../ui/controls/check.tsx';
import { useWords } from '../../words/use-words.ts';
import { useForm } from './form.ts';

/** Whether new mail is saved as it arrives; how soon that is depends on what the server can do. */
export function KeepUpChoice(): ReactElement {
  const { t } = useWords();
  const { draft, change } = useStore(useForm());
  const isPop3 = draft.server.protocol === 'pop3';
  return (
    <div className="card card-padded">
      <Toggle
        label={t('keepUp.label')}
        hint={t(isPop3 ? 'keepUp.hintPop3' : 'keepUp.hint')}
        on={draft.keepUp}
        onChange={keepUp => change({ keepUp })}
      />
    </div>
  );
}
