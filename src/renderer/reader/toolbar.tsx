import { ArchiveRestore, FileDown, PencilLine, Trash2 } from 'lucide-react';
import { useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './reader.module.css';

type Props = { trashed: boolean; onDialog: (dialog: 'export' | 'edit') => void; onTrash: () => void; onRestore: () => void };

export function Toolbar({ trashed, onDialog, onTrash, onRestore }: Props) {
  const w = useWords();
  return (
    <div className={css.toolbar}>
      <button type="button" className={ui.quiet} onClick={() => onDialog('export')}>
        <FileDown size={16} />
        {w.export}
      </button>
      <button type="button" className={ui.quiet} onClick={() => onDialog('edit')}>
        <PencilLine size={16} />
        {w.edit}
      </button>
      <button type="button" className={ui.quiet} onClick={trashed ? onRestore : onTrash}>
        {trashed ? <ArchiveRestore size={16} /> : <Trash2 size={16} />}
        {trashed ? w.restore : w.moveToTrash}
      </button>
    </div>
  );
}
