import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Item } from '#contract/item.ts';
import { formatNumber } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import { type Notify, wayBack } from '../work/use-way-back.ts';
import { Compared } from './compared.tsx';
import ui from '../ui/ui.module.css';
import css from './history.module.css';
import { RevisionList } from './revision-list.tsx';

type Props = { item: Item; onClose: () => void; notify: Notify; onFail: (error: unknown) => void };

const compared = `${ui.frame} ${css.compared}`;

/** What was done to an article, what it was, and the way back. */
export function HistoryDialog({ item, onClose, notify, onFail }: Props) {
  const s = useSettings();
  const w = useWords();
  const { id, revision: present } = item;
  const [picked, pick] = useState<number>();
  const { data, error } = useQuery({
    queryKey: ['item.history', id, present],
    queryFn: ({ signal }) => api.item.history({ id }, { signal }),
  });
  const revisions = data?.revisions ?? [];
  // The one before the present: what changed last is what is looked for most.
  const chosen = picked ?? revisions.at(-2)?.revision ?? present;
  const backTo = (revision: number) =>
    void api.item.revert({ id, revision }).then((now) => {
      notify(w.reverted.replace('{n}', formatNumber(revision, s)), wayBack(item, now));
      onClose();
    }, onFail);
  return (
    <Modal title={w.historyOf} closeLabel={w.close} onClose={onClose} wide>
      <div className={css.columns}>
        {data ? (
          <RevisionList revisions={revisions} present={present} chosen={chosen} onChoose={pick} />
        ) : (
          <output>{error ? sentenceOf(error, s.language) : w.loading}</output>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1) */}
        <section className={compared} aria-label={w.since.replace('{n}', formatNumber(chosen, s))} aria-live="polite" tabIndex={0}>
          {data && chosen !== present && <Compared item={item} revision={chosen} onRevert={() => backTo(chosen)} />}
          {data && chosen === present && <p>{revisions.length > 1 ? w.presentHint : w.onlyOne}</p>}
        </section>
      </div>
    </Modal>
  );
}
