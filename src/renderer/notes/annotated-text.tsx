import { useState } from 'react';
import type { Annotation } from '#contract/annotation.ts';
import { wordsIn } from '#contract/annotation-text.ts';
import { formatNumber } from '#i18n/locale.ts';
import type { Stretch } from '#text/anchor.ts';
import { piecesOf } from '#text/pieces.ts';
import { withoutTashkeel } from '#text/tashkeel.ts';
import { useReadingWords, useSettings } from '../api/words.tsx';
import css from './notes.module.css';

/** An annotation where it stands in a text, or in a block of it; `number` of a note, `ends` where it ends here. */
export type Drawn = Stretch & { readonly annotation: Annotation; readonly number?: number; readonly ends: boolean };

type Props = {
  text: string;
  /** Where the text begins in its field. */
  from: number;
  /** What a search found in it. */
  marks: readonly (readonly [number, number])[] | undefined;
  drawn: readonly Drawn[];
  onNote: (id: string) => void;
};

/** A text with what was found in it and what was written on it; each piece says where it stands. */
export function AnnotatedText({ text, from, marks = [], drawn, onNote }: Props) {
  const hidden = useSettings().tashkeel === 'hidden';
  const found = marks.map(([start, end]) => ({ start, end }));
  return piecesOf(text.length, [...found, ...drawn]).map(({ start, end, of }) => {
    const full = text.slice(start, end);
    const shown = hidden ? withoutTashkeel(full) : full;
    const on = of.filter((n) => n >= found.length).map((n) => drawn[n - found.length]!);
    const top = on.findLast(({ annotation }) => annotation.motivation !== 'editing');
    const correction = on.find(({ annotation }) => annotation.motivation === 'editing');
    const piece = (
      <span data-from={from + start} data-full={hidden && shown !== full ? full : undefined}>
        {shown}
      </span>
    );
    const marked = of.some((n) => n < found.length) ? <mark>{piece}</mark> : piece;
    const highlighted = top ? (
      <span
        className={css.highlight}
        data-annotation={top.annotation.id}
        data-colour={top.annotation.colour ?? 'yellow'}
        data-note={top.annotation.motivation === 'commenting'}
        tabIndex={-1}
      >
        {marked}
      </span>
    ) : (
      marked
    );
    const behind = drawn.filter((one) => one.ends && one.end === end);
    return (
      <span key={start}>
        {correction ? (
          <span className={css.sic} data-annotation={correction.annotation.id} tabIndex={-1}>
            {highlighted}
          </span>
        ) : (
          highlighted
        )}
        {behind.map(({ annotation, number }) =>
          annotation.motivation === 'editing' ? (
            <Correction key={annotation.id} words={wordsIn(annotation)} />
          ) : (
            number !== undefined && <NoteMark key={annotation.id} {...{ annotation, number, onNote }} />
          ),
        )}
      </span>
    );
  });
}

function NoteMark({ annotation, number, onNote }: { annotation: Annotation; number: number; onNote: (id: string) => void }) {
  const s = useSettings();
  const r = useReadingWords();
  const shown = formatNumber(number, s);
  const label = r.showNote.replace('{n}', shown).replace('{words}', wordsIn(annotation));
  return (
    <button type="button" className={css.noteMark} aria-label={label} title={wordsIn(annotation)} onClick={() => onNote(annotation.id)}>
      {shown}
    </button>
  );
}

/** The mark beside a faithful text; the right reading is shown on demand. */
function Correction({ words }: { words: string }) {
  const r = useReadingWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={css.sicMark}
        aria-expanded={open}
        aria-label={r.showCorrection}
        title={words}
        onClick={() => setOpen(!open)}
      >
        {r.sic}
      </button>
      {open && <ins className={css.reading}>{words}</ins>}
    </>
  );
}
