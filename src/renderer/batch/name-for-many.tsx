import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BatchInput, Hierarchy } from '#contract/batch.ts';
import { formatList, plural } from '#i18n/locale.ts';
import { fill } from '#i18n/message.ts';
import { api } from '../api/client.ts';
import { useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { Choice } from '../ui/choice.tsx';
import { textIn } from '../ui/form-text.ts';
import { Modal } from '../ui/modal.tsx';
import { namesIn } from '../ui/names-in.ts';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './batch.module.css';
import { eitherWay } from '../ui/either-way.ts';

type Props = {
  /** More articles than one. */
  many: boolean;
  list: Hierarchy;
  known: readonly string[];
  /** `told`: what was done, by the articles changed. */
  onRun: (batch: BatchInput, told: (changed: number) => string) => void;
  onClose: () => void;
};

/** A tag or a collection for all that is chosen, put on or taken off; those in use are offered. */
export function NameForMany({ many, list, known, onRun, onClose }: Props) {
  const w = useWords();
  const d = useDeskWords();
  const s = useSettings();
  const { shelf } = s;
  const [way, setWay] = useState<'add' | 'remove'>('add');
  const tags = useQuery({ queryKey: ['tag.list'], queryFn: () => api.tag.list(), enabled: list === 'tags' }).data?.tags ?? [];
  const offered = list === 'tags' ? tags.map(({ tag }) => tag) : [...new Set([...known, ...shelf.collections])];
  const title = list === 'tags' ? (many ? d.addTagTo : w.addTag) : d.addTo;
  const other = list === 'tags' ? (many ? d.removeTagFrom : w.removeTag) : d.takeOutOf;
  const run = (form: FormData): void => {
    const names = namesIn(textIn(form, 'name'));
    if (names.length === 0) return;
    const forms = list === 'tags' ? { add: d.tagged, remove: d.untagged } : { add: d.collected, remove: d.takenOut };
    onRun({ [way]: { [list]: names } }, (changed) => fill(plural(changed, forms[way], s), { name: formatList(names, s) }));
    onClose();
  };
  return (
    <Modal title={way === 'add' ? title : other} closeLabel={w.close} onClose={onClose}>
      <form onSubmit={submitted(run)} className={css.form}>
        <Choice
          label={d.batchDo}
          value={way}
          options={[
            ['add', d.batchAdd],
            ['remove', d.batchRemove],
          ]}
          onChange={setWay}
        />
        <label className={ui.field}>
          {list === 'tags' ? d.tagName : d.collectionName}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to write in it */}
          <input name="name" list="names" {...eitherWay} autoFocus />
        </label>
        <datalist id="names">
          {offered.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
        <small>{d.tagHint}</small>
        <div className={ui.foot}>
          <button type="submit" className={ui.primary}>
            {d.apply}
          </button>
        </div>
      </form>
    </Modal>
  );
}
