import { TriangleAlert } from 'lucide-react';
import type { Conflict, Item } from '#contract/item.ts';
import { api } from '../api/client.ts';
import { useWords } from '../api/words.tsx';
import css from './conflict.module.css';
import { ConflictField } from './conflict-field.tsx';

type Props = { item: Item; conflicts: readonly Conflict[]; act: (deed: Promise<unknown>) => void; notify: (text: string) => void };

/** Above an article that was changed in two places apart: each field with both of its values, until a person has chosen. */
export function ConflictBanner({ item, conflicts, act, notify }: Props) {
  const w = useWords();
  const byField = Map.groupBy(conflicts, ({ field }) => field);
  const settle = (field: string, keep: 'ours' | 'theirs') =>
    act(
      api.item.settle({ id: item.id, field, keep }).then(({ conflicts: left }) => {
        if (!left) notify(w.settled);
      }),
    );
  return (
    <section className={css.banner} aria-label={w.conflict}>
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
