import { ArchiveRestore, ArrowLeft, ArrowRight, Eraser, FileDown, History, Maximize2, Minimize2, PencilLine, Trash2 } from 'lucide-react';
import { useReadOnly } from '../api/archive-info.ts';
import type { Settings } from '#contract/settings.ts';
import { useReadingWords, useSettings, useWords } from '../api/words.tsx';
import { LookMenu } from '../reading/look-menu.tsx';
import ui from '../ui/ui.module.css';
import type { ItemDialog } from './reader.tsx';
import css from './reader.module.css';

type Props = {
  trashed: boolean;
  onDialog: (dialog: ItemDialog) => void;
  onTrash: () => void;
  onRestore: () => void;
  set: (change: Partial<Settings>) => void;
  full: boolean;
  onFull: (full: boolean) => void;
  onLeave: () => void;
};

export function Toolbar({ trashed, onDialog, onTrash, onRestore, set, full, onFull, onLeave }: Props) {
  const w = useWords();
  const r = useReadingWords();
  const readOnly = useReadOnly() !== null;
  const Back = useSettings().language === 'ar' ? ArrowRight : ArrowLeft;
  return (
    <div className={css.toolbar}>
      {/* Where the list is not beside the article. */}
      <button type="button" className={`${ui.quiet} ${css.leave}`} aria-label={r.toList} onClick={onLeave}>
        <Back size={16} aria-hidden />
      </button>
      <button type="button" className={ui.quiet} onClick={() => onDialog('export')}>
        <FileDown size={16} />
        {w.export}
      </button>
      <button type="button" className={ui.quiet} disabled={readOnly} onClick={() => onDialog('edit')}>
        <PencilLine size={16} />
        {w.edit}
      </button>
      <button type="button" className={ui.quiet} onClick={() => onDialog('history')}>
        <History size={16} />
        {w.history}
      </button>
      <button type="button" className={ui.quiet} disabled={readOnly} onClick={trashed ? onRestore : onTrash}>
        {trashed ? <ArchiveRestore size={16} /> : <Trash2 size={16} />}
        {trashed ? w.restore : w.moveToTrash}
      </button>
      {trashed && (
        <button type="button" className={`${ui.quiet} ${css.forGood}`} disabled={readOnly} onClick={() => onDialog('purge')}>
          <Eraser size={16} />
          {w.purge}
        </button>
      )}
      <span className={css.reading}>
        <LookMenu set={set} />
        <button type="button" className={ui.quiet} aria-label={full ? r.toList : r.full} onClick={() => onFull(!full)}>
          {full ? <Minimize2 size={16} /> : <Maximize2 size={16} />}
        </button>
      </span>
    </div>
  );
}
