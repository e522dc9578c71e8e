import { ChevronDown, ChevronUp } from 'lucide-react';
import { formatNumber, plural } from '#i18n/locale.ts';
import { useReadingWords, useSettings } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './reader.module.css';
import type { Matches } from './use-matches.ts';

/** How often the words that were searched for stand in the article, and from one place to the next. */
export function MatchBar({ matches: { count, at, go } }: { matches: Matches }) {
  const s = useSettings();
  const r = useReadingWords();
  if (count === 0) return null;
  const where = { n: at === undefined ? '' : formatNumber(at + 1, s), total: formatNumber(count, s) };
  return (
    <div className={css.matches}>
      <output>{at === undefined ? plural(count, r.matches, s) : r.matchOf.replace('{n}', where.n).replace('{total}', where.total)}</output>
      <button type="button" className={ui.quiet} aria-label={r.previousMatch} title={r.previousMatch} onClick={() => go(-1)}>
        <ChevronUp size={16} aria-hidden />
      </button>
      <button type="button" className={ui.quiet} aria-label={r.nextMatch} title={r.nextMatch} onClick={() => go(1)}>
        <ChevronDown size={16} aria-hidden />
      </button>
    </div>
  );
}
