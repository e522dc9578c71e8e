import { Check, CircleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { type FieldKey, fields } from '#contract/fields.ts';
import type { Item } from '#contract/item.ts';
import { formatList, inDigits } from '#i18n/locale.ts';
import { fieldName } from '#i18n/records.ts';
import { sentenceOf, useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { keyName } from '../commands/keys.ts';
import { Modal } from '../ui/modal.tsx';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import { FieldInput } from './field-input.tsx';
import { fieldText } from './field-text.ts';
import css from './reader.module.css';
import { useAutosave } from './use-autosave.ts';

/** All fields of an article, each kept as it is left. It is not closed over what was refused, unless that is dropped. */
export function EditDialog({ item, onClose, onFail }: { item: Item; onClose: () => void; onFail: (error: unknown) => void }) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const form = useRef<HTMLFormElement>(null);
  const [leaving, setLeaving] = useState(false);
  function refusal(key: FieldKey, text: string, error: unknown): string {
    const { code } = (error ?? {}) as { code?: string };
    if (code === 'item.bad-date') return inDigits(d.badDate, s);
    if (code === 'item.bad-language') return d.badLanguage;
    if (code === 'item.bad-value' && text.trim() === '') return d.needed;
    if (code === 'item.bad-value' && key === 'url') return d.badUrl;
    return sentenceOf(error, s.language);
  }
  const { drafts, state, refused, type, keep, keepAll, forget, drop } = useAutosave(item, {
    shown: (key) => fieldText(item, key, s),
    refusal,
    onLost: onFail,
  });
  const close = (): void => {
    const keeping = keepAll();
    if (!keeping) return onClose();
    void keeping.then(([first]) => {
      // It may have gone meanwhile, with its article.
      if (!form.current) return;
      if (first === undefined) return onClose();
      setLeaving(true);
      form.current.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    });
  };
  const unsaved = d.unsaved.replace(
    '{fields}',
    formatList(
      refused.map((key) => fieldName(key, s.language)),
      s,
    ),
  );
  const asked = leaving && state === 'unsaved';
  const told = {
    idle: d.autosaveHint.replace('{key}', keyName({ code: 'KeyZ', ctrl: true })),
    saving: d.autosaving,
    saved: d.autosaved,
    unsaved: asked ? `${unsaved}. ${d.unsavedHint}` : unsaved,
  };
  return (
    <Modal title={w.edit} closeLabel={w.close} onClose={close} wide>
      {/* oxlint-disable-next-line react/refs -- it is looked at when the form is answered */}
      <form ref={form} className={ui.form} onSubmit={submitted(close)}>
        {fields.map((field, at) => (
          <FieldInput
            key={field.key}
            field={field}
            item={item}
            draft={drafts[field.key]}
            first={at === 0}
            onType={(text) => {
              setLeaving(false);
              type(field.key, text);
            }}
            onKeep={(text) => void keep(field.key, text)}
            onForget={() => {
              setLeaving(false);
              forget(field.key);
            }}
          />
        ))}
        <div className={`${ui.foot} ${ui.stay}`}>
          <output className={css.kept} data-state={state}>
            {state === 'saved' && <Check size={15} aria-hidden />}
            {state === 'unsaved' && <CircleAlert size={15} aria-hidden />}
            <span>{told[state]}</span>
          </output>
          {asked && (
            <button
              type="button"
              className={ui.button}
              onClick={() => {
                drop();
                onClose();
              }}
            >
              {d.dropUnsaved}
            </button>
          )}
          <button type="submit" className={ui.primary}>
            {d.done}
          </button>
        </div>
      </form>
    </Modal>
  );
}
