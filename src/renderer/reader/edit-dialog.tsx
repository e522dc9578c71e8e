import { fieldValues } from '#contract/fields.ts';
import type { Item } from '#contract/item.ts';
import { api } from '../api/client.ts';
import { useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import css from '../ui/ui.module.css';

const keys = ['title', 'source', 'dates.published', 'dates.updated', 'dates.event', 'notes'] as const;

/** What differs from the item, as the edit procedure wants it. */
function changesOf(item: Item, form: FormData) {
  const set: Record<string, string[]> = {};
  const unset: string[] = [];
  for (const key of keys) {
    const value = (form.get(key) as string).trim();
    if (value === (fieldValues(item, key)[0] ?? '')) continue;
    if (value) set[key] = [value];
    else unset.push(key);
  }
  return { set, unset };
}

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
  const save = (form: FormData) =>
    void api.item.edit({ id: item.id, ...changesOf(item, form), revision: item.revision }).then(onClose, onFail);
  return (
    <Modal title={w.edit} closeLabel={w.close} onClose={onClose}>
      <form action={save} className={css.form}>
        {keys.map((key) => (
          <label key={key} className={css.field} data-wide={!key.startsWith('dates.')}>
            {labels[key]}
            {key === 'notes' ? (
              <textarea name={key} rows={3} dir="auto" defaultValue={fieldValues(item, key)[0] ?? ''} />
            ) : (
              <input
                name={key}
                dir={key.startsWith('dates.') ? 'ltr' : 'auto'}
                placeholder={key.startsWith('dates.') ? '2024-05-04' : ''}
                defaultValue={fieldValues(item, key)[0] ?? ''}
              />
            )}
          </label>
        ))}
        <div className={css.foot}>
          <button type="button" className={css.button} onClick={onClose}>
            {w.cancel}
          </button>
          <button type="submit" className={css.primary}>
            {w.save}
          </button>
        </div>
      </form>
    </Modal>
  );
}
