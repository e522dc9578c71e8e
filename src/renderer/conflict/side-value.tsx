import { fieldName } from '#i18n/records.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { DiffText } from '../history/diff-text.tsx';
import type { FieldChange } from '../history/field-changes.ts';
import { FieldValue } from '../history/field-value.tsx';
import css from './conflict.module.css';

type Side = 'ours' | 'theirs';

/** One of two values; in a text, what only this one has is marked. */
export function SideValue({ changes, side }: { changes: readonly FieldChange[]; side: Side }) {
  const { language } = useSettings();
  // Dates are one field of the record and several of what is read.
  const named = changes.length > 1;
  return (
    <div className={css.values}>
      {changes.map((change) => (
        <div key={change.field}>
          {named && <small>{fieldName(change.field, language)}: </small>}
          <Value change={change} side={side} />
        </div>
      ))}
    </div>
  );
}

function Value({ change, side }: { change: FieldChange; side: Side }) {
  const w = useWords();
  const ours = side === 'ours';
  if (change.kind === 'form') return <p>{w.formOnly}</p>;
  if (change.kind === 'value') return <FieldValue field={change.field} value={ours ? change.before : change.after} />;
  if (change.kind === 'text') {
    const parts = change.parts.filter(({ op }) => op === 'same' || op === (ours ? 'gone' : 'new'));
    return parts.length === 0 ? <i>{w.nothing}</i> : <DiffText parts={parts} alike />;
  }
  const members = [...change.both, ...(ours ? change.gone : change.fresh)];
  return members.length === 0 ? <i>{w.nothing}</i> : <bdi>{members.join(' · ')}</bdi>;
}
