import type { ReactNode } from 'react';
import { Heading, Modal, ModalOverlay, Dialog as ModalPanel } from 'react-aria-components';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** An `alertdialog` asks before something that cannot be taken back. */
  readonly role?: 'dialog' | 'alertdialog';
  /** A `large` one takes the height it can get too: for work in several steps. */
  readonly width?: 'narrow' | 'wide' | 'large';
}

/** A modal dialog; open while it is rendered. Escape closes it, a click beside it does not: nothing typed is lost. */
export function Dialog({ title, onClose, children, role = 'dialog', width = 'narrow' }: DialogProps) {
  return (
    <ModalOverlay className="backdrop" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className={`modal ${width}`}>
        <ModalPanel role={role} className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </ModalPanel>
      </Modal>
    </ModalOverlay>
  );
}
