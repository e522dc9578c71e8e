import { ArchiveRestore, Eraser, FileDown, History, PencilLine, Trash2 } from 'lucide-react';
import { useReadOnly } from '../api/archive-info.ts';
import { useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import type { ItemDialog } from './reader.tsx';
import css from './reader.module.css';

type Props = { trashed: boolean; onDialog: (dialog: ItemDialog) => void; onTrash: () => void; onRestore: () => void };

export function Toolbar({ trashed, onDialog, onTrash, onRestore }: Props) {
  const w = useWords();
  const readOnly = useReadOnly() !== null;
  return (
    <div className={css.toolbar}>
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
    </div>
  );
}
