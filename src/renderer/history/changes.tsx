import { MoveLeft, MoveRight } from 'lucide-react';
import { fieldName } from '#i18n/records.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { DiffText } from './diff-text.tsx';
import type { FieldChange } from './field-changes.ts';
import { FieldValue, isNothing } from './field-value.tsx';
import diff from '../ui/difference.module.css';
import css from './history.module.css';

/** What differs, field by field, as a list of terms. */
export function Changes({ changes }: { changes: readonly FieldChange[] }) {
  const { language } = useSettings();
  return (
    <dl className={`${diff.difference} ${css.changes}`}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>
            <bdi>{fieldName(change.field, language)}</bdi>
          </dt>
          <dd>
            <Change {...change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where there was nothing, nothing is gone. */
function Marked({ as: As, field, value }: { as: 'ins' | 'del'; field: string; value: unknown }) {
  const shown = <FieldValue field={field} value={value} />;
  return isNothing(value) ? shown : <As>{shown}</As>;
}

function Change(change: FieldChange) {
  const { language } = useSettings();
  const w = useWords();
  if (change.kind === 'form') return <p>{w.formOnly}</p>;
  if (change.kind === 'text')
    return change.parts.some(({ op }) => op !== 'same') ? <DiffText parts={change.parts} /> : <p>{w.spacesOnly}</p>;
  if (change.kind === 'value') {
    const Towards = language === 'ar' ? MoveLeft : MoveRight;
    return (
      <p className={css.value}>
        <Marked as="del" field={change.field} value={change.before} />
        <Towards size={16} aria-hidden />
        <Marked as="ins" field={change.field} value={change.after} />
      </p>
    );
  }
  return (
    <ul className={css.members}>
      {change.both.map((one) => (
        <li key={one}>
          <bdi>{one}</bdi>
        </li>
      ))}
      {change.gone.map((one) => (
        <li key={one}>
          <del>
            <bdi>{one}</bdi>
          </del>
        </li>
      ))}
      {change.fresh.map((one) => (
        <li key={one}>
          <ins>
            <bdi>{one}</bdi>
          </ins>
        </li>
      ))}
    </ul>
  );
}
