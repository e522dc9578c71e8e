import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { Conflict, Item } from '#contract/item.ts';
import { api } from '../api/client.ts';
import { useWords } from '../api/words.tsx';
import css from './conflict.module.css';
import { ConflictField } from './conflict-field.tsx';

type Props = { item: Item; conflicts: readonly Conflict[]; act: (deed: Promise<unknown>) => void; notify: (text: string) => void };

/** Above an article that was changed in two places apart: each field with both of its values, until a person has chosen. */
export function ConflictBanner({ item, conflicts, act, notify }: Props) {
  const w = useWords();
  const banner = useRef<HTMLElement>(null);
  const byField = Map.groupBy(conflicts, ({ field }) => field);
  const settle = (field: string, keep: 'ours' | 'theirs') =>
    act(
      api.item.settle({ id: item.id, field, keep }).then(({ conflicts: left }) => {
        if (!left) notify(w.settled);
        // The pressed button goes with its field: the keyboard stays at what is next.
        (left ? banner.current : document.getElementById('article'))?.focus();
      }),
    );
  return (
    <section ref={banner} className={css.banner} aria-label={w.conflict} tabIndex={-1}>
      <header>
        <TriangleAlert size={20} aria-hidden />
        <div>
          <h2>{w.conflictTitle}</h2>
          <p>{w.conflictHint}</p>
        </div>
      </header>
      {[...byField].map(([field, values]) => (
        <ConflictField key={field} item={item} field={field} values={values} onSettle={(keep) => settle(field, keep)} />
      ))}
    </section>
  );
}
