import {
  ArchiveRestore,
  Bot,
  FileInput,
  FilePenLine,
  type LucideIcon,
  MessageSquareText,
  PencilLine,
  Redo2,
  RotateCcw,
  Tag,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { Revision } from '#contract/contract.ts';
import { formatList, formatMoment, formatNumber } from '#i18n/locale.ts';
import { actName, fieldName } from '#i18n/records.ts';
import { useSettings, useWords } from '../api/words.tsx';
import css from './history.module.css';

const icons: Readonly<Record<string, LucideIcon>> = {
  capture: FileInput,
  edit: PencilLine,
  tag: Tag,
  trash: Trash2,
  restore: ArchiveRestore,
  revert: RotateCcw,
  outside: FilePenLine,
  undo: Undo2,
  redo: Redo2,
  annotate: MessageSquareText,
};

type Props = { revisions: readonly Revision[]; present: number; chosen: number; onChoose: (revision: number) => void };

/** Newest first. Radio buttons, so that arrow keys walk and one tab stop is enough. */
export function RevisionList({ revisions, present, chosen, onChoose }: Props) {
  const s = useSettings();
  const w = useWords();
  return (
    <fieldset className={css.revisions}>
      <legend>{w.revisions}</legend>
      {revisions.toReversed().map(({ revision, at, event, fields }) => {
        const Icon = icons[event] ?? Bot;
        // What an article came with is all of it: to name each field would say nothing.
        const named = event === 'capture' ? [] : fields.filter((field) => field !== 'conflicts' && field !== 'titleDerived');
        return (
          <label key={revision} className={css.revision}>
            <input type="radio" name="revision" checked={revision === chosen} onChange={() => onChoose(revision)} />
            <Icon size={16} aria-hidden />
            <span>
              <strong>
                {actName(event, s.language)}
                {revision === present && <em>{w.present}</em>}
                <small>{w.revision.replace('{n}', formatNumber(revision, s))}</small>
              </strong>
              <small>
                <time dateTime={at}>{formatMoment(at, s)}</time>
              </small>
              {named.length > 0 && (
                <small>
                  {formatList(
                    named.map((field) => fieldName(field, s.language)),
                    s,
                  )}
                </small>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
