import { FileText, FolderOpen, Inbox } from 'lucide-react';
import type { ChangeEvent } from 'react';
import type { DuplicateCluster } from '#contract/contract.ts';
import { formatNumber } from '#i18n/locale.ts';
import { useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { keyName, pasteKey } from '../commands/keys.ts';
import { Modal } from '../ui/modal.tsx';
import ui from '../ui/ui.module.css';
import css from './capture.module.css';
import { chosenFiles } from './incoming.ts';
import { Near } from './near.tsx';
import { Preview } from './preview.tsx';
import { Report } from './report.tsx';
import type { Imports } from './use-import.ts';

type Props = {
  imports: Imports;
  href: (id: string) => string;
  /** An article of the report. */
  onOpen: () => void;
  /** Groups of near copies that hold what was taken in. */
  onCopies: (clusters: readonly DuplicateCluster[]) => void;
  onClose: () => void;
};

export function ImportDialog({ imports, href, onOpen, onCopies, onClose }: Props) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const { told, done, total, running, stopping, chosen, choice } = imports;
  const taken = told.flatMap((one) => (one.outcome === 'imported' ? [one.id] : []));
  // Once there are files, they have the room.
  const brief = chosen.length > 0 || total > 0;
  const pick = (e: ChangeEvent<HTMLInputElement>) => {
    imports.choose(chosenFiles(e.target.files));
    // So that the same file can be chosen again.
    e.target.value = '';
  };
  return (
    <Modal title={w.import} closeLabel={w.close} onClose={onClose} wide={chosen.length > 0}>
      <div className={css.zone} data-brief={brief}>
        <Inbox size={brief ? 22 : 34} strokeWidth={1.25} aria-hidden />
        <p>{w.dropHere}</p>
        {!brief && (
          <small>
            {d.pasteHint} <kbd dir="ltr">{keyName(pasteKey)}</kbd>. {w.importHint}
          </small>
        )}
        <div className={ui.row}>
          <label className={`${ui.button} ${css.pick}`}>
            <FileText size={16} />
            {w.chooseFiles}
            <input type="file" multiple aria-label={w.chooseFiles} onChange={pick} />
          </label>
          <label className={`${ui.button} ${css.pick}`}>
            <FolderOpen size={16} />
            {w.chooseFolder}
            <input type="file" multiple aria-label={w.chooseFolder} {...{ webkitdirectory: '' }} onChange={pick} />
          </label>
        </div>
      </div>
      {chosen.length > 0 && <Preview key={choice} files={chosen} onTake={imports.take} onGiveUp={imports.giveUp} />}
      {total > 0 && (
        <div className={css.progress}>
          <progress className={ui.progress} aria-label={w.progress} value={done} max={total} />
          <span>
            {formatNumber(done, s)} / {formatNumber(total, s)}
          </span>
          {running && (
            <button type="button" className={ui.quiet} disabled={stopping} onClick={imports.cancel}>
              {stopping ? d.stopping : d.stop}
            </button>
          )}
        </div>
      )}
      {!running && taken.length > 0 && <Near key={taken.length} ids={taken} onShow={onCopies} />}
      <Report told={told} href={href} onOpen={onOpen} />
    </Modal>
  );
}
