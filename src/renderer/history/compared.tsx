import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import type { Item } from '#contract/item.ts';
import { formatNumber } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import { Changes } from './changes.tsx';
import { fieldChanges } from './field-changes.ts';
import diff from '../ui/difference.module.css';
import css from './history.module.css';

/** An older revision against the present one, and the way back to it. */
export function Compared({ item, revision, onRevert }: { item: Item; revision: number; onRevert: () => void }) {
  const s = useSettings();
  const w = useWords();
  const readOnly = useReadOnly();
  const { data: then, error } = useQuery({
    queryKey: ['item.version', item.id, revision],
    // A revision never becomes another.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => api.item.version({ id: item.id, revision }, { signal }),
  });
  const changes = useMemo(() => then && fieldChanges(then, item), [then, item]);
  const marked = changes?.some(({ kind }) => kind !== 'form');
  return (
    <>
      <header className={css.head}>
        <h3>{w.since.replace('{n}', formatNumber(revision, s))}</h3>
        <button type="button" className={ui.primary} disabled={!then || readOnly !== null || changes?.length === 0} onClick={onRevert}>
          <RotateCcw size={16} />
          {w.revert}
        </button>
      </header>
      {!changes && <output>{error ? sentenceOf(error, s.language) : w.loading}</output>}
      {changes?.length === 0 && <p>{w.sameAsNow}</p>}
      {marked && (
        <p className={`${diff.difference} ${diff.key}`}>
          <del>{w.goneMark}</del> <ins>{w.newMark}</ins>
        </p>
      )}
      {changes && <Changes changes={changes} />}
    </>
  );
}
