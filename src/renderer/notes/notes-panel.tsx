import { PencilLine, Trash2 } from 'lucide-react';
import { anchorOf, wordsIn } from '#contract/annotation-text.ts';
import { plural } from '#i18n/locale.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { useReadingWords, useSettings } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import type { Placed } from './drawn.ts';
import css from './notes.module.css';

type Props = {
  placed: readonly Placed[];
  onEdit: (id: string) => void;
  onRemove: (id: string) => void;
};

/** The focus, and the eye, go to where it stands in the text. */
function goTo(id: string): void {
  const mark = document.querySelector<HTMLElement>(`#article [data-annotation="${CSS.escape(id)}"]`);
  mark?.scrollIntoView({ block: 'center' });
  mark?.focus({ preventScroll: true });
}

/** Beside the text: all that was written on it, in its order; what lost its place is shown last, and says so. */
export function NotesPanel({ placed, onEdit, onRemove }: Props) {
  const s = useSettings();
  const r = useReadingWords();
  const readOnly = useReadOnly() !== null;
  return (
    <aside className={css.panel} aria-label={r.notes}>
      <details open>
        <summary>
          {r.notes} · {plural(placed.length, r.noteCount, s)}
        </summary>
        <ul>
          {placed.map(({ annotation, place }) => {
            const quote = anchorOf(annotation).exact.replaceAll('\n', ' ');
            const words = wordsIn(annotation);
            const named = (label: string) => label.replace('{quote}', quote.slice(0, 60));
            const { id, motivation } = annotation;
            return (
              <li key={id} id={`note-${id}`} tabIndex={-1} data-colour={annotation.colour ?? 'yellow'} data-kind={motivation}>
                {place ? (
                  <button type="button" className={css.quote} aria-label={named(r.goTo)} onClick={() => goTo(id)}>
                    <bdi>{quote}</bdi>
                  </button>
                ) : (
                  <>
                    <del className={css.quote} dir="auto">
                      {quote}
                    </del>
                    <small>{r.orphan}</small>
                  </>
                )}
                {words && (
                  <p dir="auto">
                    {motivation === 'editing' ? (
                      <>
                        {r.sic} <ins>{words}</ins>
                      </>
                    ) : (
                      words
                    )}
                  </p>
                )}
                <div>
                  <button type="button" className={ui.quiet} disabled={readOnly} aria-label={named(r.editNote)} onClick={() => onEdit(id)}>
                    <PencilLine size={14} />
                  </button>
                  <button
                    type="button"
                    className={ui.quiet}
                    disabled={readOnly}
                    aria-label={named(r.removeNote)}
                    onClick={() => onRemove(id)}
                  >
                    <Trash2 size={14} />
                  </button>
                </div>
              </li>
            );
          })}
        </ul>
      </details>
    </aside>
  );
}
