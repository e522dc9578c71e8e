import { type KeyboardEvent, useId, useState } from 'react';
import type { Field } from '#contract/fields.ts';
import type { FieldKey } from '#contract/fields.ts';
import type { Item } from '#contract/item.ts';
import { formatDate } from '#i18n/locale.ts';
import { fieldName } from '#i18n/records.ts';
import { directionOfText } from '#text/direction.ts';
import { useDeskWords, useSettings } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './reader.module.css';
import { eitherWay } from '../ui/either-way.ts';
import { fieldText } from './field-text.ts';
import type { Draft } from './use-autosave.ts';

type Props = {
  field: Field & { key: FieldKey };
  item: Item;
  draft: Draft | undefined;
  first: boolean;
  onType: (text: string) => void;
  onKeep: (text: string) => void;
  /** What is typed and not kept is dropped. */
  onForget: () => void;
};

/** Milliseconds after the last key before what is typed is kept without the field being left. */
const PAUSE = 1500;

/** One field of the form, by its kind; what is wrong with it is said under it, in words. */
export function FieldInput({ field, item, draft, first, onType, onKeep, onForget }: Props) {
  const s = useSettings();
  const d = useDeskWords();
  const { key, kind } = field;
  const list = kind === 'list';
  const kept = fieldText(item, key, s);
  const [writing, setWriting] = useState(false);
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  const why = useId();
  // Whoever is still writing is not interrupted by what it became.
  const value = draft && (writing || !draft.kept) ? draft.text : kept;
  const wrong = draft?.wrong;
  const became = kind === 'date' && draft?.kept && value !== kept && kept !== '' ? d.keptAs.replace('{value}', kept) : undefined;
  const example = (value: string): string => `\u2068${formatDate({ value, calendar: 'gregorian' }, s)}\u2069`;
  const hint = d.dateHint.replace('{day}', example('2024-05-04')).replace('{month}', example('2024-05'));
  const tall = list || kind === 'long-text';
  const common = {
    // The form was opened to write in it.
    autoFocus: first,
    value,
    ...(kind === 'url' ? { dir: 'ltr' } : kind === 'date' ? { dir: directionOfText(value) === 'rtl' ? 'rtl' : 'ltr' } : eitherWay),
    'aria-invalid': wrong !== undefined,
    'aria-describedby': why,
    // What is half typed, or was refused, goes first; what is kept leaves the form.
    onKeyDown: (e: KeyboardEvent) => {
      if (e.key !== 'Escape' || e.nativeEvent.isComposing || !draft || draft.kept || draft.keeping || draft.text === kept) return;
      e.stopPropagation();
      clearTimeout(timer);
      onForget();
    },
    onBlur: () => {
      setWriting(false);
      clearTimeout(timer);
      // What is wrong stays to be mended.
      if (draft && wrong === undefined) onKeep(draft.text);
    },
  };
  const type = (text: string): void => {
    setWriting(true);
    onType(text);
    clearTimeout(timer);
    setTimer(setTimeout(() => onKeep(text), PAUSE));
  };
  return (
    <label className={ui.field} data-wide={kind === 'url' ? 2 : kind !== 'date' && kind !== 'language'}>
      {fieldName(key, s.language)}
      {tall ? (
        <textarea {...common} name={key} rows={list ? 2 : 3} onChange={(e) => type(e.target.value)} />
      ) : (
        <input {...common} name={key} onChange={(e) => type(e.target.value)} />
      )}
      <small id={why} className={css.why} data-wrong={wrong !== undefined}>
        {wrong ?? became ?? (list ? d.listHint : kind === 'date' ? hint : '')}
      </small>
    </label>
  );
}
