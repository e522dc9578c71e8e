import { Eraser, FileText, FileX, History } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import ui from '../ui/ui.module.css';
import css from './purge.module.css';

/** `many`: more articles than one will be gone. */
type Props = { title: string; many?: boolean; children: ReactNode; ready: boolean; onConfirm: () => Promise<void>; onClose: () => void };

/** What will be gone is said before it is; the answer at hand is no. */
export function Confirm({ title, many = false, children, ready, onConfirm, onClose }: Props) {
  const w = useWords();
  const [running, setRunning] = useState(false);
  const confirm = () => {
    setRunning(true);
    void onConfirm();
  };
  return (
    <Modal title={title} closeLabel={w.close} onClose={onClose} alert>
      {children}
      <section className={css.gone}>
        <h3>{w.willGo}</h3>
        <ul>
          <li>
            <FileText size={16} aria-hidden />
            {many ? w.goRecords : w.goRecord}
          </li>
          <li>
            <FileX size={16} aria-hidden />
            {many ? w.goOriginals : w.goOriginal}
          </li>
          <li>
            <History size={16} aria-hidden />
            {many ? w.goHistories : w.goHistory}
          </li>
        </ul>
      </section>
      <p className={css.final}>{w.noUndo}</p>
      <div className={ui.foot}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the harmless answer takes the first press (WAI-ARIA APG, alert dialog) */}
        <button type="button" className={ui.button} autoFocus onClick={onClose}>
          {w.cancel}
        </button>
        <button type="button" className={ui.danger} disabled={!ready || running} onClick={confirm}>
          <Eraser size={16} />
          {running ? w.loading : w.purgeNow}
        </button>
      </div>
    </Modal>
  );
}
