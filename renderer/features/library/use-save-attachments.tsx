import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { Attachment } from '../../../shared/contract.ts';
import { tell } from '../../parts/toasts.tsx';
import { useStores } from '../../store/stores.ts';
import { useWords } from '../../words/use-words.ts';
import { DangerWarning } from './danger-warning.tsx';

interface Saving {
  readonly isSaving: boolean;
  /** Asked before anything is saved that can do harm; null where nothing is asked. */
  readonly warning: ReactElement | null;
  save(files: readonly Attachment[]): void;
}

/** Saves files of the message that is open: one where the person wants it, several into a folder. */
export function useSaveAttachments(): Saving {
  const { t } = useWords();
  const stores = useStores();
  const { saveAttachment } = stores.message.getState();
  const { saveAll } = stores.closeUp.getState();
  const isSaving = useStore(stores.closeUp, state => state.isSaving);
  const [asked, setAsked] = useState<readonly Attachment[]>();

  const saveNow = async (files: readonly Attachment[]) => {
    setAsked(undefined);
    const [first, ...others] = files;
    if (first === undefined) return;
    if (others.length === 0) return saveAttachment(first.index);
    const saved = await saveAll(files.map(({ index }) => index));
    if (saved?.folder === undefined || saved.saved === 0) return;
    tell(t('preview.savedIn', { count: saved.saved, folder: saved.folder }));
  };
  return {
    isSaving,
    save(files) {
      if (files.some(({ dangerous }) => dangerous)) setAsked(files);
      else void saveNow(files);
    },
    warning:
      asked === undefined ? null : (
        <DangerWarning
          files={asked.filter(({ dangerous }) => dangerous)}
          onGo={() => void saveNow(asked)}
          onClose={() => setAsked(undefined)}
        />
      ),
  };
}
