import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
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
          <Body>{children}</Body>
          <div className="dialog-actions">
            {safe}
            {acting}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What does not fit scrolls, and takes the focus then, so that the arrow keys move it. */
function Body({ children }: { readonly children: ReactNode }): ReactElement {
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = body.current;
    if (element === null) return;
    const look = () => setScrolls(element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={body} className="dialog-body" {...(scrolls ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}
