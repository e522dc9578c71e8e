import { useRef, useState } from 'react';
import { RefreshCw } from 'lucide-react';
import { actOf } from '#contract/batch.ts';
import type { DuplicateCluster } from '#contract/contract.ts';
import { formatNumber } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import { Outcome } from '../ui/outcome.tsx';
import ui from '../ui/ui.module.css';
import type { Notify, Told } from '../work/use-way-back.ts';
import { Cluster } from './cluster.tsx';
import { ClusterList } from './cluster-list.tsx';
import css from './copies.module.css';
import { useDuplicates } from './use-duplicates.ts';

type Props = {
  /** Those of what was just imported; else the whole archive is read for them. */
  given: readonly DuplicateCluster[] | undefined;
  href: (id: string) => string;
  onClose: () => void;
  notify: Notify;
  onFail: (error: unknown) => void;
};

/** Reports that are kept more than once, nearly the same too: each group with its copies side by side. */
export function CopiesDialog({ given, href, onClose, notify, onFail }: Props) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const { found, start, cancel } = useDuplicates({ given });
  const [chosen, choose] = useState(0);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [last, setLast] = useState<Told | null>(null);
  const outcome = useRef<HTMLOutputElement>(null);
  const working = found.step === 'working' ? found : null;
  const imported = given !== undefined && found.step === 'done' && found.clusters === given;
  const clusters =
    found.step === 'done'
      ? found.clusters.map((one) => ({ ...one, ids: one.ids.filter((id) => !gone.includes(id)) })).filter(({ ids }) => ids.length > 1)
      : undefined;
  const at = Math.min(chosen, (clusters?.length ?? 1) - 1);
  const cluster = clusters?.[at];
  const back = (id: string) =>
    void api.item.restore({ ids: [id] }).then(() => {
      setGone((all) => all.filter((one) => one !== id));
      setLast({ text: w.restored });
    }, onFail);
  const trash = (id: string) =>
    void api.item.trash({ ids: [id] }).then(async () => {
      const act = actOf(await api.item.get({ id }));
      setGone((all) => [...all, id]);
      setLast({ text: w.trashed, undo: () => back(id), act: { act } });
      // The pressed button is gone with its copy.
      outcome.current?.focus();
    }, onFail);
  const close = () => {
    if (last) notify(last.text, last.act);
    onClose();
  };
  return (
    <Modal title={w.copies} closeLabel={w.close} onClose={close} wide>
      <div className={css.state}>
        <p>{imported ? w.copiesImported : w.copiesHint}</p>
        {working ? (
          <button type="button" className={ui.button} onClick={cancel}>
            {d.stop}
          </button>
        ) : (
          <button type="button" className={ui.button} onClick={start}>
            <RefreshCw size={16} aria-hidden />
            {imported ? w.seekAll : w.seekAgain}
          </button>
        )}
      </div>
      <Outcome ref={outcome} label={w.seeking} working={working} notice={last} />
      {working && (
        <p className={css.count}>
          {working.total > 0
            ? w.readSoFar.replace('{done}', formatNumber(working.done, s)).replace('{total}', formatNumber(working.total, s))
            : w.seeking}
        </p>
      )}
      {found.step === 'stopped' && <p>{w.seekStopped}</p>}
      {found.step === 'failed' && <p>{sentenceOf(found.error, s.language)}</p>}
      {clusters && !cluster && <p>{w.noCopies}</p>}
      {clusters && cluster && (
        <div className={css.columns}>
          <ClusterList clusters={clusters} chosen={at} onChoose={choose} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1) */}
          <section className={`${ui.frame} ${css.compared}`} aria-label={w.compare} tabIndex={0}>
            <Cluster key={cluster.ids.join()} ids={cluster.ids} href={href} onOpen={close} onTrash={trash} />
          </section>
        </div>
      )}
    </Modal>
  );
}
