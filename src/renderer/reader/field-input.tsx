import { useEffect, useEffectEvent, useId, useState } from 'react';
import { type Field, fieldValues } from '#contract/fields.ts';
import type { FieldKey } from '#contract/fields.ts';
import type { Item } from '#contract/item.ts';
import { fieldName } from '#i18n/records.ts';
import { useDeskWords, useSettings } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './reader.module.css';
import { eitherWay } from '../ui/either-way.ts';

type Props = {
  field: Field & { key: FieldKey };
  item: Item;
  refused: string | undefined;
  first: boolean;
  onSave: (values: string[]) => void;
};

/** Milliseconds after the last key before what is typed is kept without the field being left. */
const PAUSE = 1500;
// The shapes of contract dates: a year, a month or a day, or EDTF, which the archive itself judges.
const plainDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const edtf = /[?~%X/]|-2[1-4]$/;

/** One field of the form, by its kind; what is wrong with it is said under it, in words. */
export function FieldInput({ field, item, refused, first, onSave }: Props) {
  const s = useSettings();
  const d = useDeskWords();
  const { key, kind } = field;
  const list = kind === 'list';
  const kept = fieldValues(item, key).join('\n');
  const [typed, setTyped] = useState<string | null>(null);
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  const why = useId();
  const value = typed ?? kept;
  const wrong = typed === null ? undefined : wrongIn(value.trim());

  function wrongIn(text: string): string | undefined {
    if (text === '') return key === 'title' || key === 'language' ? d.needed : undefined;
    if (kind === 'date' && !plainDate.test(text) && !edtf.test(text)) return d.badDate;
    if (kind === 'url' && !URL.canParse(text)) return d.badUrl;
    return undefined;
  }
  const keep = (text: string): void => {
    clearTimeout(timer);
    const values = (list ? text.split('\n') : [text]).map((one) => one.trim()).filter(Boolean);
    if (values.join('\n') !== kept && wrongIn(text.trim()) === undefined) onSave(values);
  };
  const flush = useEffectEvent(() => {
    if (typed !== null) keep(typed);
  });
  // A form that is closed is left too.
  useEffect(() => () => flush(), []);
  const tall = list || kind === 'long-text';
  const common = {
    // The form was opened to write in it.
    autoFocus: first,
    value,
    ...(kind === 'date' || kind === 'url' ? { dir: 'ltr' } : eitherWay),
    'aria-invalid': wrong !== undefined || refused !== undefined,
    'aria-describedby': why,
    onBlur: () => {
      keep(value);
      // What is wrong stays to be mended.
      if (wrong === undefined) setTyped(null);
    },
  };
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer);
    setTimer(setTimeout(() => keep(text), PAUSE));
  };
  return (
    <label className={ui.field} data-wide={kind === 'url' ? 2 : kind !== 'date' && kind !== 'language'}>
      {fieldName(key, s.language)}
      {tall ? (
        <textarea {...common} name={key} rows={list ? 2 : 3} onChange={(e) => type(e.target.value)} />
      ) : (
        <input {...common} name={key} onChange={(e) => type(e.target.value)} />
      )}
      <small id={why} className={css.why} data-wrong={wrong !== undefined || refused !== undefined}>
        {wrong ?? refused ?? (list ? d.listHint : kind === 'date' ? d.dateHint : '')}
      </small>
    </label>
  );
}
