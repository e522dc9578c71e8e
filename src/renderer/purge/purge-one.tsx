import type { Item } from '#contract/item.ts';
import { plural } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { Confirm } from './confirm.tsx';
import css from './purge.module.css';

type Props = { item: Item; onClose: () => void; onFail: (error: unknown) => void; onGone: () => void };

export function PurgeOne({ item, onClose, onFail, onGone }: Props) {
  const s = useSettings();
  const w = useWords();
  const [file] = item.files;
  const purge = () =>
    api.item
      .purge({ ids: [item.id] })
      .then(onGone, onFail)
      .finally(onClose);
  return (
    <Confirm title={w.purgeOne} ready onConfirm={purge} onClose={onClose}>
      <div className={css.subject}>
        <strong dir="auto">{item.title}</strong>
        {file && (
          <small>
            <bdi>{file.name}</bdi> · {plural(file.bytes, w.bytes, s)}
          </small>
        )}
      </div>
    </Confirm>
  );
}
