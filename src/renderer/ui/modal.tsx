import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal as Sheet, ModalOverlay } from 'react-aria-components';
import css from './ui.module.css';

export function Modal(p: { title: string; closeLabel: string; onClose: () => void; children: ReactNode }) {
  return (
    <ModalOverlay isOpen isDismissable className={css.veil ?? ''} onOpenChange={(open) => !open && p.onClose()}>
      <Sheet className={css.modal ?? ''}>
        <Dialog className={css.dialog ?? ''}>
          <header className={css.head}>
            <Heading slot="title">{p.title}</Heading>
            <Button className={css.quiet ?? ''} aria-label={p.closeLabel} onPress={p.onClose}>
              <X size={18} />
            </Button>
          </header>
          {p.children}
        </Dialog>
      </Sheet>
    </ModalOverlay>
  );
}
