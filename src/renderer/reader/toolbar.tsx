import {
  ArchiveRestore,
  ArrowLeft,
  ArrowRight,
  Eraser,
  FileDown,
  History,
  type LucideIcon,
  Maximize2,
  Minimize2,
  PencilLine,
  Trash2,
} from 'lucide-react';
import { useReadOnly } from '../api/archive-info.ts';
import type { Settings } from '#contract/settings.ts';
import { useReadingWords, useSettings, useWords } from '../api/words.tsx';
import { LookMenu } from '../reading/look-menu.tsx';
import ui from '../ui/ui.module.css';
import { MatchBar } from './match-bar.tsx';
import type { ItemDialog } from './reader.tsx';
import css from './reader.module.css';
import type { Matches } from './use-matches.ts';

type Props = {
  trashed: boolean;
  matches: Matches;
  onDialog: (dialog: ItemDialog) => void;
  onTrash: () => void;
  onRestore: () => void;
  set: (change: Partial<Settings>) => void;
  full: boolean;
  onFull: (full: boolean) => void;
  onLeave: () => void;
};

export function Toolbar({ trashed, matches, onDialog, onTrash, onRestore, set, full, onFull, onLeave }: Props) {
  const w = useWords();
  const r = useReadingWords();
  const readOnly = useReadOnly() !== null;
  const Back = useSettings().language === 'ar' ? ArrowRight : ArrowLeft;
  return (
    <div className={css.toolbar} data-trashed={trashed}>
      {/* Where the list is not beside the article. */}
      <button type="button" className={`${ui.quiet} ${css.leave}`} aria-label={r.toList} title={r.toList} onClick={onLeave}>
        <Back size={16} aria-hidden />
      </button>
      <Tool icon={FileDown} label={w.export} onPress={() => onDialog('export')} />
      <Tool icon={PencilLine} label={w.edit} off={readOnly} onPress={() => onDialog('edit')} />
      <Tool icon={History} label={w.history} onPress={() => onDialog('history')} />
      {trashed ? (
        <>
          <Tool icon={ArchiveRestore} label={w.restore} off={readOnly} onPress={onRestore} />
          <Tool icon={Eraser} label={w.purge} off={readOnly} warns onPress={() => onDialog('purge')} />
        </>
      ) : (
        <Tool icon={Trash2} label={w.moveToTrash} off={readOnly} onPress={onTrash} />
      )}
      <span className={css.reading}>
        <LookMenu set={set} />
        <button
          type="button"
          className={ui.quiet}
          aria-label={full ? r.toList : r.full}
          title={full ? r.toList : r.full}
          onClick={() => onFull(!full)}
        >
          {full ? <Minimize2 size={16} /> : <Maximize2 size={16} />}
        </button>
      </span>
      <MatchBar matches={matches} />
    </div>
  );
}

type ToolProps = { icon: LucideIcon; label: string; off?: boolean; warns?: boolean; onPress: () => void };

/** In a narrow room the icon stands for its label, which is still its name. */
function Tool({ icon: Icon, label, off = false, warns = false, onPress }: ToolProps) {
  return (
    <button type="button" className={warns ? `${ui.quiet} ${css.forGood}` : ui.quiet} title={label} disabled={off} onClick={onPress}>
      <Icon size={16} aria-hidden />
      <span>{label}</span>
    </button>
  );
}
