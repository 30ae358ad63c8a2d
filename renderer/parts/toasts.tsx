import type { ReactElement } from 'react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button } from '../ui/controls/button.tsx';
import { IconButton } from '../ui/controls/icon-button.tsx';
import { Icon } from '../ui/feedback/icon.tsx';
import { useWords } from '../words/use-words.ts';
import './toasts.css';

/** Milliseconds: long enough to be read twice. */
const shown = 6_000;
/** Milliseconds in which something can be taken back. */
const offered = 20_000;

interface Told {
  readonly sentence: string;
  readonly undo: Undo | undefined;
}

interface Undo {
  readonly label: string;
  act(): void;
}

const queue = new ToastQueue<Told>({ maxVisibleToasts: 2 });

/** Says what was done, for a moment, with the way to take it back; nothing that a person needs later. */
export function tell(sentence: string, undo?: Undo): void {
  queue.add({ sentence, undo }, { timeout: undo === undefined ? shown : offered });
}

/** Where such sentences appear. */
export function Toasts(): ReactElement {
  const { t } = useWords();
  return (
    <ToastRegion className="toasts" queue={queue} aria-label={t('toasts')}>
      {({ toast }) => (
        <Toast className="toast" toast={toast}>
          <Icon name="check" small />
          <ToastContent className="toast-text">
            <Text slot="title">{toast.content.sentence}</Text>
          </ToastContent>
          <UndoButton told={toast.content} onUndone={() => queue.close(toast.key)} />
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

function UndoButton(props: { readonly told: Told; onUndone(): void }): ReactElement | null {
  const { undo } = props.told;
  if (undo === undefined) return null;
  return (
    <Button
      size="small"
      kind="quiet"
      onClick={() => {
        undo.act();
        props.onUndone();
      }}
    >
      {undo.label}
    </Button>
  );
}
