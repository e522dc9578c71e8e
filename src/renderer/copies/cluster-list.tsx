import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { DuplicateCluster } from '#contract/contract.ts';
import { formatNumber, plural } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { useSettings, useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './copies.module.css';

type Props = { clusters: readonly DuplicateCluster[]; chosen: number; onChoose: (at: number) => void };

/** Shown at once; more by a press. */
const SHOWN = 60;

/** The largest first. Radio buttons, so that arrow keys walk and one tab stop is enough. */
export function ClusterList({ clusters, chosen, onChoose }: Props) {
  const s = useSettings();
  const w = useWords();
  const [shown, show] = useState(SHOWN);
  const some = clusters.slice(0, shown);
  const titles = useQueries({
    queries: some.map(({ ids: [id = ''] }) => ({ queryKey: ['item.get', id], queryFn: () => api.item.get({ id }) })),
  });
  const titleOf = (at: number): string => titles[at]?.data?.title ?? '…';
  /** Words are compared in whatever spelling and form: where all are the same, letters may differ. */
  const alike = (share: number): string =>
    share === 1 ? w.allWords : w.alike.replace('{n}', `${formatNumber(Math.floor(share * 100), s)}${s.language === 'ar' ? '٪' : '%'}`);
  return (
    <fieldset className={css.clusters}>
      <legend>{plural(clusters.length, w.clusters, s)}</legend>
      {some.map(({ ids, similarity }, at) => (
        // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- its text stands deeper than the rule looks
        <label key={ids.join()} className={css.cluster}>
          <input type="radio" name="cluster" checked={at === chosen} onChange={() => onChoose(at)} />
          <span>
            <strong dir="auto">{titleOf(at)}</strong>
            <small>
              {plural(ids.length, w.copiesCount, s)} · {alike(similarity)}
            </small>
          </span>
        </label>
      ))}
      {clusters.length > shown && (
        <button type="button" className={ui.quiet} onClick={() => show(shown + SHOWN)}>
          {w.more.replace('{n}', formatNumber(clusters.length - shown, s))}
        </button>
      )}
    </fieldset>
  );
}
