import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';

/** A button that puts a text on the clipboard. */
export function Copy({ label, text }: Record<'label' | 'text', string>): ReactElement {
  const { copy } = useStores().signIn.getState();
  return <Button onClick={() => copy(text)}>{label}</Button>;
}

/** Whether that worked. */
export function Copied(): ReactElement {
  const { t } = useWords();
  const isCopied = useStore(useStores().signIn, state => state.isCopied);
  return (
    <p className="small quiet" role="status">
      {isCopied === true && t('report.copied')}
      {isCopied === false && t('report.notCopied')}
    </p>
  );
}
