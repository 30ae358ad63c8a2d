import type { ReactElement } from 'react';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { IconButton } from '../ui/controls/icon-button.tsx';
import { Icon } from '../ui/feedback/icon.tsx';
import { useWords } from '../words/use-words.ts';
import './toasts.css';

/** Milliseconds: long enough to be read twice. */
const shown = 6_000;

const queue = new ToastQueue<string>({ maxVisibleToasts: 2 });

/** Says what was done, for a moment; nothing that a person needs later. */
export function tell(sentence: string): void {
  queue.add(sentence, { timeout: shown });
}

/** Where such sentences appear. */
export function Toasts(): ReactElement {
  const { t } = useWords();
  return (
    <ToastRegion className="toasts" queue={queue} aria-label={t('toasts')}>
      {({ toast }) => (
        <Toast className="toast" toast={toast}>
          <Icon name="check" small />
          <ToastContent className="toast-text">{toast.content}</ToastContent>
          <IconButton
            icon="close"
            label={t('action.close')}
            onClick={() => queue.close(toast.key)}
          />
        </Toast>
      )}
    </ToastRegion>
  );
}
