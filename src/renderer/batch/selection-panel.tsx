import { ArchiveRestore, FileDown, FolderPlus, PencilLine, Quote, Tag, Trash2, X } from 'lucide-react';
import { formatNumber, plural } from '#i18n/locale.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { useDeskWords, useSettings, useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './batch.module.css';

type Props = {
  count: number;
  trashed: boolean;
  onDo: (what: 'tag' | 'collect' | 'batch' | 'trash' | 'cite' | 'export-many' | 'unchoose') => void;
};

/** Where one article is read, what can be done to many. */
export function SelectionPanel({ count, trashed, onDo }: Props) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const readOnly = useReadOnly() !== null;
  const acts = [
    { what: 'tag', label: d.addTagTo, Icon: Tag },
    { what: 'collect', label: d.addTo, Icon: FolderPlus },
    { what: 'batch', label: d.batchEdit, Icon: PencilLine },
    { what: 'trash', label: trashed ? w.restore : w.moveToTrash, Icon: trashed ? ArchiveRestore : Trash2 },
  ] as const;
  return (
    <section className={css.panel} aria-label={plural(count, d.chosenItems, s)}>
      <strong className={css.number} aria-hidden>
        {formatNumber(count, s)}
      </strong>
      <p>{plural(count, d.chosenItems, s)}</p>
      <small>{d.chosenHint}</small>
      <div className={css.acts}>
        {acts.map(({ what, label, Icon }) => (
          <button key={what} type="button" className={ui.button} disabled={readOnly} onClick={() => onDo(what)}>
            <Icon size={16} aria-hidden />
            {label}
          </button>
        ))}
        <button type="button" className={ui.button} onClick={() => onDo('cite')}>
          <Quote size={16} aria-hidden />
          {d.cite}
        </button>
        <button type="button" className={ui.button} onClick={() => onDo('export-many')}>
          <FileDown size={16} aria-hidden />
          {d.exportChosen}
        </button>
        <button type="button" className={ui.quiet} onClick={() => onDo('unchoose')}>
          <X size={16} aria-hidden />
          {d.unchoose}
        </button>
      </div>
    </section>
  );
}
