import { Check } from 'lucide-react';
import { useState } from 'react';
import { type FieldKey, fields } from '#contract/fields.ts';
import type { Item } from '#contract/item.ts';
import { sentenceOf, useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { keyName } from '../commands/keys.ts';
import { Modal } from '../ui/modal.tsx';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import { FieldInput } from './field-input.tsx';
import css from './reader.module.css';
import { useAutosave } from './use-autosave.ts';

/** All fields of an article, each kept as it is left. */
export function EditDialog({ item, onClose, onFail }: { item: Item; onClose: () => void; onFail: (error: unknown) => void }) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const [refused, setRefused] = useState<Partial<Record<FieldKey, string | undefined>>>({});
  const { state, save } = useAutosave(item.id, (key, error) => {
    setRefused((all) => ({ ...all, [key]: sentenceOf(error, s.language) }));
    // The form may be closed by now.
    onFail(error);
  });
  const told = {
    idle: d.autosaveHint.replace('{key}', keyName({ code: 'KeyZ', ctrl: true })),
    saving: d.autosaving,
    saved: d.autosaved,
  };
  return (
    <Modal title={w.edit} closeLabel={w.close} onClose={onClose} wide>
      <form className={ui.form} onSubmit={submitted(onClose)}>
        {fields.map((field, at) => (
          <FieldInput
            key={field.key}
            field={field}
            item={item}
            refused={refused[field.key]}
            first={at === 0}
            onSave={(values) => {
              setRefused((all) => ({ ...all, [field.key]: undefined }));
              save(field.key, values);
            }}
          />
        ))}
        <div className={`${ui.foot} ${ui.stay}`}>
          <output className={css.kept} data-state={state}>
            {state === 'saved' && <Check size={15} aria-hidden />}
            {told[state]}
          </output>
          <button type="submit" className={ui.primary}>
            {d.done}
          </button>
        </div>
      </form>
    </Modal>
  );
}
