import { useMemo } from 'react';
import type { Conflict, Item } from '#contract/item.ts';
import { formatMoment } from '#i18n/locale.ts';
import { fill } from '#i18n/message.ts';
import { fieldName } from '#i18n/records.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { useSettings, useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './conflict.module.css';
import { SideValue } from './side-value.tsx';
import { changesOf } from './sides.ts';

type Props = { item: Item; field: string; values: readonly Conflict[]; onSettle: (keep: 'ours' | 'theirs') => void };

/** Two values side by side. Of several from outside the last is the one to take; the others are shown, and stay in the history. */
export function ConflictField({ item, field, values, onSettle }: Props) {
  const s = useSettings();
  const w = useWords();
  const readOnly = useReadOnly() !== null;
  const name = fieldName(field, s.language);
  const last = values.at(-1);
  const changes = useMemo(() => changesOf(item, field, last?.theirs), [item, field, last]);
  const placeName = (place: string): string => {
    // The core's names for the record's own file, and for another's journal (outside/take-in).
    if (place === 'the file itself') return w.fromFile;
    const device = /^journal\/(.+)$/u.exec(place)?.[1];
    return device === undefined ? place.replace(item.id, '…') : fill(w.fromDevice, { device });
  };
  const from = ({ from: place, at }: Conflict) => (
    <small>
      <bdi>{placeName(place)}</bdi> <time dateTime={at}>{formatMoment(at, s)}</time>
    </small>
  );
  return (
    <section className={css.field} aria-label={name}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <div className={css.sides}>
        <div className={css.side}>
          <h4>{w.ours}</h4>
          <SideValue changes={changes} side="ours" />
          <button type="button" className={ui.button} disabled={readOnly} onClick={() => onSettle('ours')}>
            {w.keepOurs}
          </button>
        </div>
        <div className={css.side}>
          <h4>{w.theirs}</h4>
          {last && from(last)}
          <SideValue changes={changes} side="theirs" />
          <button type="button" className={ui.button} disabled={readOnly} onClick={() => onSettle('theirs')}>
            {w.takeTheirs}
          </button>
        </div>
      </div>
      {values.slice(0, -1).map((one, i) => (
        <div key={i} className={css.earlier}>
          {w.earlier}: {from(one)}
          <SideValue changes={changesOf(item, field, one.theirs)} side="theirs" />
        </div>
      ))}
    </section>
  );
}
