import { fieldValues } from '#contract/fields.ts';
import type { Item } from '#contract/item.ts';
import { api } from '../api/client.ts';
import { useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import css from '../ui/ui.module.css';

const keys = ['title', 'source', 'dates.published', 'dates.updated', 'dates.event', 'notes'] as const;

export function EditDialog({ item, onClose, onFail }: { item: Item; onClose: () => void; onFail: (e: unknown) => void }) {
  const w = useWords();
  const labels = {
    title: w.title,
    source: w.source,
    'dates.published': w.published,
    'dates.updated': w.updated,
    'dates.event': w.event,
    notes: w.notes,
  };
  function save(form: FormData) {
    const set: Record<string, string[]> = {};
    const unset: string[] = [];
    for (const key of keys) {
      const value = (form.get(key) as string).trim();
      if (value === (fieldValues(item, key)[0] ?? '')) continue;
      if (value) set[key] = [value];
      else unset.push(key);
    }
    void api.item.edit({ id: item.id, set, unset, revision: item.revision }).then(onClose, onFail);
  }
  return (
    <Modal title={w.edit} closeLabel={w.close} onClose={onClose}>
      <form action={save}>
        {keys.map((key) => (
          <label key={key} className={css.field}>
            {labels[key]}
            <input name={key} dir="auto" defaultValue={fieldValues(item, key)[0] ?? ''} />
          </label>
        ))}
        <p className={css.row}>
          <button type="submit" className={css.primary}>
            {w.save}
          </button>
        </p>
      </form>
    </Modal>
  );
}
