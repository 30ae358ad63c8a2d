import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly children: ReactNode;
  /** Leaves it, on the left. */
  readonly safe: ReactNode;
  /** Does what it is about, on the right. */
  readonly acting?: ReactNode;
  onClose(): void;
}

/** A question in front of everything else; Escape leaves it. */
export function Dialog({ title, open, children, safe, acting, onClose }: Props): ReactElement {
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen={open}
      isDismissable
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="dialog">
        <AriaDialog className="dialog-content">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          <div className="dialog-actions">
            {safe}
            {acting}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
