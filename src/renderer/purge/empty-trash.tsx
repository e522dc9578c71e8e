import { useQuery } from '@tanstack/react-query';
import { plural } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import { Confirm } from './confirm.tsx';
import css from './purge.module.css';

/** The most that a list can be asked for. */
const ALL = 100_000;

/** All of the trash, whatever the list is narrowed to; exactly those that were counted. */
export function EmptyTrash({
  onClose,
  onFail,
  onGone,
}: {
  onClose: () => void;
  onFail: (e: unknown) => void;
  onGone: (n: number) => void;
}) {
  const s = useSettings();
  const w = useWords();
  const { data, error } = useQuery({
    queryKey: ['item.list', 'trashed'],
    gcTime: 0,
    queryFn: ({ signal }) => api.item.list({ state: 'trashed', limit: ALL }, { signal }),
  });
  const ids = data?.items.map(({ id }) => id) ?? [];
  const purge = () =>
    api.item
      .purge({ ids })
      .then(({ changed }) => onGone(changed), onFail)
      .finally(onClose);
  return (
    <Confirm title={w.purgeAll} many={ids.length > 1} ready={ids.length > 0} onConfirm={purge} onClose={onClose}>
      <div className={css.subject}>
        <strong>{data ? plural(ids.length, w.trashedItems, s) : error ? sentenceOf(error, s.language) : w.loading}</strong>
      </div>
    </Confirm>
  );
}
