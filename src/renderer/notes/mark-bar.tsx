import { Highlighter, MessageSquareText, SpellCheck } from 'lucide-react';
import { type AnnotationColour, annotationColours } from '#contract/annotation.ts';
import { useReadingWords } from '../api/words.tsx';
import css from './notes.module.css';

type Props = {
  onHighlight: (colour: AnnotationColour) => void;
  onNote: () => void;
  onCorrect: () => void;
  /** From the top of the article, in CSS pixels. */
  top: number;
};

/** Under what is chosen in the text: what can be written on it. The selection stays while it is pressed. */
export function MarkBar({ onHighlight, onNote, onCorrect, top }: Props) {
  const r = useReadingWords();
  return (
    <div
      role="toolbar"
      aria-label={r.notes}
      tabIndex={-1}
      className={css.bar}
      style={{ insetBlockStart: top }}
      onPointerDown={(e) => e.preventDefault()}
    >
      <Highlighter size={15} aria-hidden />
      {annotationColours.map((colour) => (
        <button
          key={colour}
          type="button"
          className={css.swatch}
          data-colour={colour}
          aria-label={`${r.highlight}: ${r.colours[colour]}`}
          onClick={() => onHighlight(colour)}
        />
      ))}
      <button type="button" onClick={onNote}>
        <MessageSquareText size={15} aria-hidden />
        {r.note}
      </button>
      <button type="button" onClick={onCorrect}>
        <SpellCheck size={15} aria-hidden />
        {r.correct}
      </button>
    </div>
  );
}
