import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BatchInput, Scope } from '#contract/batch.ts';
import { type FieldKey, fields } from '#contract/fields.ts';
import { formatDate } from '#i18n/locale.ts';
import { fieldName } from '#i18n/records.ts';
import { api } from '../api/client.ts';
import { useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import { namesIn } from '../ui/names-in.ts';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './batch.module.css';
import { Preview } from './preview.tsx';
import { eitherWay } from '../ui/either-way.ts';

type Way = 'set' | 'clear' | 'add' | 'remove' | 'replace';
type Wish = { field: FieldKey; way: Way; value: string; by: string };
type Props = { scope: Scope; count: number; onRun: (batch: BatchInput) => void; onClose: () => void };

const kindOf = (key: FieldKey) => fields.find((field) => field.key === key)!.kind;

/** What can be done to a field: lists grow and shrink, words are replaced, what may be absent is emptied. */
function waysOf(key: FieldKey): Way[] {
  const kind = kindOf(key);
  const some: Way[] = kind === 'list' ? ['add', 'remove', 'set'] : ['set'];
  if (kind === 'text' || kind === 'long-text' || kind === 'list') some.push('replace');
  if (key !== 'title' && key !== 'language') some.push('clear');
  return some;
}

function batchOf({ field, way, value, by }: Wish): BatchInput | undefined {
  const values = kindOf(field) === 'list' ? namesIn(value) : [value.trim()].filter(Boolean);
  if (way === 'clear') return { unset: [field] };
  if (way === 'replace') return value === '' ? undefined : { replace: { field, find: value, by } };
  if (values.length === 0) return undefined;
  return { [way]: { [field]: values } };
}

/** One field of many articles, with what will become of them before it does. */
export function BatchDialog({ scope, count, onRun, onClose }: Props) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const [wish, setWish] = useState<Wish>({ field: 'tags', way: 'add', value: '', by: '' });
  const ways = waysOf(wish.field);
  const batch = batchOf(wish);
  const preview = useQuery({
    queryKey: ['batch.preview', scope, batch],
    enabled: batch !== undefined,
    queryFn: ({ signal }) => api.batch.preview({ scope, batch: batch! }, { signal }),
    staleTime: 5000,
  });
  const names = {
    set: d.batchSet,
    clear: d.batchClear,
    add: d.batchAdd,
    remove: d.batchRemove,
    replace: d.batchReplace,
  };
  const change = (part: Partial<Wish>): void => setWish({ ...wish, ...part });
  const isDate = kindOf(wish.field) === 'date';
  return (
    <Modal title={d.batchEdit} closeLabel={w.close} onClose={onClose} wide>
      <form
        className={css.form}
        onSubmit={submitted(() => {
          if (!batch) return;
          onRun(batch);
          onClose();
        })}
      >
        <div className={css.wish}>
          <label className={ui.field}>
            {d.batchField}
            <select
              value={wish.field}
              onChange={(e) => {
                const field = e.target.value as FieldKey;
                change({ field, way: waysOf(field)[0]! });
              }}
            >
              {fields.map(({ key }) => (
                <option key={key} value={key}>
                  {fieldName(key, s.language)}
                </option>
              ))}
            </select>
          </label>
          <label className={ui.field}>
            {d.batchDo}
            <select value={wish.way} onChange={(e) => change({ way: e.target.value as Way })}>
              {ways.map((way) => (
                <option key={way} value={way}>
                  {names[way]}
                </option>
              ))}
            </select>
          </label>
          {wish.way !== 'clear' && (
            <label className={ui.field}>
              {wish.way === 'replace' ? d.batchFind : kindOf(wish.field) === 'list' ? d.batchValues : d.batchValue}
              <input
                value={wish.value}
                {...eitherWay}
                placeholder={isDate ? formatDate({ value: '2024-05-04', calendar: 'gregorian' }, s) : ' '}
                onChange={(e) => change({ value: e.target.value })}
              />
            </label>
          )}
          {wish.way === 'replace' && (
            <label className={ui.field}>
              {d.batchBy}
              <input value={wish.by} {...eitherWay} onChange={(e) => change({ by: e.target.value })} />
            </label>
          )}
        </div>
        <Preview asked={batch !== undefined} preview={preview.data} error={preview.error} total={count} />
        <div className={ui.foot}>
          <button type="button" className={ui.button} onClick={onClose}>
            {w.cancel}
          </button>
          <button type="submit" className={ui.primary} disabled={!preview.data || preview.data.changed === 0}>
            {d.apply}
          </button>
        </div>
      </form>
    </Modal>
  );
}
