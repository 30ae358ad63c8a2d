import type { ReactElement } from 'react';
import type { Draft } from '../../store/setup-draft.ts';
import { Toggle } from '../../ui/controls/check.tsx';
import { useWords } from '../../words/use-words.ts';

interface ExtrasChoiceProps {
  readonly chosen: Pick<Draft, 'index' | 'labelFolders'>;
  /** Name of the mail server: one alone has labels. */
  readonly host: string;
  onChange(changes: Partial<Draft>): void;
}

/** What is written beside the messages, for people who read them without this program. */
export function ExtrasChoice({ chosen, host, onChange }: ExtrasChoiceProps): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Toggle
        label={t('what.index')}
        hint={t('what.indexHint')}
        on={chosen.index}
        onChange={index => onChange({ index })}
      />
      {host.toLowerCase() === 'imap.gmail.com' && (
        <Toggle
          label={t('what.labelFolders')}
          hint={t('what.labelFoldersHint')}
          on={chosen.labelFolders}
          onChange={labelFolders => onChange({ labelFolders })}
        />
      )}
    </>
  );
}
