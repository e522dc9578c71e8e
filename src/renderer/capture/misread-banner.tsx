import { WandSparkles } from 'lucide-react';
import type { Item } from '#contract/item.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { api } from '../api/client.ts';
import { useDeskWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import { type Notify, wayBack } from '../work/use-way-back.ts';
import css from './capture.module.css';

type Props = {
  item: Item;
  act: (deed: Promise<unknown>) => void;
  notify: Notify;
};

/** Letters that were read in the wrong encoding: what they would be is shown, and nothing is changed until a person says so. */
export function MisreadBanner({ item, act, notify }: Props) {
  const d = useDeskWords();
  const readOnly = useReadOnly() !== null;
  const misread = item.provenance?.encoding?.misread;
  if (!misread || !isMisread(item)) return null;
  const repair = () =>
    act(api.item.reread({ id: item.id, repair: true, ...chosenIn(item) }).then((now) => notify(d.repaired, wayBack(item, now))));
  return (
    <section className={css.misread} aria-label={d.misread}>
      <strong>{d.misread}</strong>
      <p>{d.misreadHint}</p>
      <dl>
        <dt>{d.asItIs}</dt>
        <dd>
          <bdi>{misread.before}</bdi>
        </dd>
        <dt>{d.asRepaired}</dt>
        <dd>
          <bdi>{misread.after}</bdi>
        </dd>
      </dl>
      <button type="button" className={ui.button} disabled={readOnly} onClick={repair}>
        <WandSparkles size={16} aria-hidden />
        {d.repair}
      </button>
    </section>
  );
}

/** Its letters were read in the wrong encoding, and are so still. */
export function isMisread({ provenance }: Item): boolean {
  const { misread, repaired } = provenance?.encoding ?? {};
  return misread !== undefined && !repaired;
}

/** An encoding that a person chose stays chosen. */
const chosenIn = ({ provenance }: Item): { encoding?: string } =>
  provenance?.encoding?.by === 'chosen' ? { encoding: provenance.encoding.name } : {};
