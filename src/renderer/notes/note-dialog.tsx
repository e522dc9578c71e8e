import { useId, useState } from 'react';
import { type AnnotationColour, annotationColours } from '#contract/annotation.ts';
import { useReadingWords, useWords } from '../api/words.tsx';
import { Choice } from '../ui/choice.tsx';
import { Modal } from '../ui/modal.tsx';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './notes.module.css';
import { eitherWay } from '../ui/either-way.ts';

export type Written = { value: string; colour?: AnnotationColour };
type Props = {
  kind: 'note' | 'correction';
  quote: string;
  value: string;
  /** Without one, the words have no colour of their own. */
  colour?: AnnotationColour | undefined;
  onSave: (written: Written) => void;
  onClose: () => void;
};

/** The words of a note, or the right reading of what is printed wrong. */
export function NoteDialog({ kind, quote, value: before, colour: wasColour, onSave, onClose }: Props) {
  const w = useWords();
  const r = useReadingWords();
  const id = useId();
  const [value, setValue] = useState(before);
  const [colour, setColour] = useState(wasColour);
  const short = quote.length > 60 ? `${quote.slice(0, 60)}…` : quote;
  const save = () => {
    if (kind === 'correction' && value.trim() === '') return;
    onClose();
    onSave({ value, ...(colour === undefined ? {} : { colour }) });
  };
  return (
    <Modal title={(kind === 'note' ? r.noteOn : r.correctionOf).replace('{quote}', short)} closeLabel={w.close} onClose={onClose}>
      <form className={css.write} onSubmit={submitted(save)}>
        {kind === 'correction' && <p>{r.correctionHint}</p>}
        <label className={ui.field} htmlFor={id}>
          {kind === 'note' ? r.words : r.reading}
        </label>
        {kind === 'note' ? (
          <textarea
            id={id}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to write in it
            autoFocus
            {...eitherWay}
            rows={4}
            value={value}
            onChange={(e) => setValue(e.target.value)}
            onKeyDown={(e) => {
              if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.form?.requestSubmit();
            }}
          />
        ) : (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to write in it
          <input id={id} autoFocus {...eitherWay} required value={value} onChange={(e) => setValue(e.target.value)} />
        )}
        {colour && (
          <Choice label={r.colour} value={colour} options={annotationColours.map((one) => [one, r.colours[one]])} onChange={setColour} />
        )}
        <div className={ui.foot}>
          <button type="submit" className={ui.primary}>
            {w.save}
          </button>
        </div>
      </form>
    </Modal>
  );
}
