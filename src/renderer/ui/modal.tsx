import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal as Sheet, ModalOverlay } from 'react-aria-components';
import css from './ui.module.css';
import { useFocusBack } from './use-focus-back.ts';

type Props = {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** `most`: for what is looked at side by side. */
  wide?: boolean | 'most';
  /** Asks something that must be answered: read out at once, and a press beside it is no answer. */
  alert?: boolean;
};

export function Modal({ title, closeLabel, onClose, children, wide = false, alert = false }: Props) {
  useFocusBack();
  return (
    <ModalOverlay isOpen isDismissable={!alert} className={css.veil ?? ''} onOpenChange={(open) => !open && onClose()}>
      <Sheet className={`${css.modal} ${wide === 'most' ? css.most : wide ? css.wide : ''}`}>
        <Dialog role={alert ? 'alertdialog' : 'dialog'} className={css.dialog ?? ''}>
          <header className={css.head}>
            <Heading slot="title">{title}</Heading>
            <Button className={css.quiet ?? ''} aria-label={closeLabel} onPress={onClose}>
              <X size={18} />
            </Button>
          </header>
          {children}
        </Dialog>
      </Sheet>
    </ModalOverlay>
  );
}
