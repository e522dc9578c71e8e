import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useWords } from '../api/words.tsx';
import { Compare } from './compare.tsx';
import css from './copies.module.css';

type Props = { ids: readonly string[]; href: (id: string) => string; onOpen: () => void; onTrash: (id: string) => void };

/** The copies of one report: any two beside each other; at first the one that was taken in first, and the next. */
export function Cluster({ ids, href, onOpen, onTrash }: Props) {
  const w = useWords();
  const [picked, pick] = useState<readonly [string?, string?]>([]);
  const items = useQueries({ queries: ids.map((id) => ({ queryKey: ['item.get', id], queryFn: () => api.item.get({ id }) })) });
  const first = ids.find((id) => id === picked[0]) ?? ids.find((id) => id !== picked[1])!;
  const second = ids.find((id) => id === picked[1] && id !== first) ?? ids.find((id) => id !== first)!;
  const choose = (label: string, value: string, other: string, onPick: (id: string) => void) => (
    <label>
      {label}
      <select value={value} onChange={(e) => onPick(e.target.value)}>
        {ids.map((id, at) => (
          <option key={id} value={id} disabled={id === other}>
            {[items[at]?.data?.title, items[at]?.data?.source].filter(Boolean).join(' — ')}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      {ids.length > 2 && (
        <div className={css.pick}>
          {choose(w.firstCopy, first, second, (id) => pick([id, second]))}
          {choose(w.secondCopy, second, first, (id) => pick([first, id]))}
        </div>
      )}
      <Compare ids={[first, second]} href={href} onOpen={onOpen} onTrash={onTrash} />
    </>
  );
}
