import type { Reason } from '#contract/search.ts';
import { fill } from '#i18n/message.ts';
import { useWords } from '../api/words.tsx';
import css from './list.module.css';

/** Why something was found whose words are not those of the query: a line, whole in its title where there is no room for it. */
export function Why({ reasons }: { reasons: readonly Reason[] | undefined }) {
  const w = useWords();
  if (!reasons || reasons.length === 0) return null;
  const told = reasons.map((reason) => fill(w.why[reason.match], reason));
  return (
    <span className={css.why} title={told.join('\n')}>
      {told.map((reason, at) => (
        <span key={reasons[at]!.asked}>{reason}</span>
      ))}
    </span>
  );
}
