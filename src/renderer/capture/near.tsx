import { Copy } from 'lucide-react';
import { type DuplicateCluster, MOST_COMPARED } from '#contract/contract.ts';
import { formatNumber, plural } from '#i18n/locale.ts';
import { sentenceOf, useCaptureWords, useSettings } from '../api/words.tsx';
import { useDuplicates } from '../copies/use-duplicates.ts';
import ui from '../ui/ui.module.css';
import css from './capture.module.css';

type Props = {
  /** Articles that were taken in. */
  ids: readonly string[];
  onShow: (clusters: readonly DuplicateCluster[]) => void;
};

/** How many of them are near copies, asked of the index from when this is shown, for as long as it is. Nothing is done about them. */
export function Near({ ids, onShow }: Props) {
  const s = useSettings();
  const c = useCaptureWords();
  const { found } = useDuplicates({ of: ids.slice(0, MOST_COMPARED) });
  const clusters = found.step === 'done' ? found.clusters : [];
  const copies = new Set(clusters.flatMap((one) => one.ids));
  const count = ids.filter((id) => copies.has(id)).length;
  return (
    <div className={css.near}>
      <output>
        {found.step === 'working' && c.nearSeeking}
        {found.step === 'failed' && sentenceOf(found.error, s.language)}
        {found.step === 'done' && plural(count, c.nearCount, s)}
        {found.step === 'done' && ids.length > MOST_COMPARED && ` ${c.nearFirst.replace('{n}', formatNumber(MOST_COMPARED, s))}`}
      </output>
      {count > 0 && (
        <button type="button" className={ui.button} onClick={() => onShow(clusters)}>
          <Copy size={16} aria-hidden />
          {c.nearShow}
        </button>
      )}
    </div>
  );
}
