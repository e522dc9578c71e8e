import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { formatNumber } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { textIn } from '../ui/form-text.ts';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './tags.module.css';
import { eitherWay } from '../ui/either-way.ts';

type Tag = { tag: string; count: number };
type Props = { tags: readonly Tag[]; disabled: boolean; onRename: (from: string, to: string) => void };

/** Rows shown at once; a few letters bring the others. */
const SHOWN = 200;

/** Every tag with the number of its articles; a name can be changed, to that of another tag as well. */
export function TagList({ tags, disabled, onRename }: Props) {
  const s = useSettings();
  const w = useWords();
  const [sought, seek] = useState('');
  const [edited, edit] = useState<string | null>(null);
  const found = tags.filter(({ tag }) => tag.includes(sought.trim()));
  const rename = (from: string, form: FormData) => {
    const to = textIn(form, 'name').trim();
    edit(null);
    if (to !== '' && to !== from) onRename(from, to);
  };
  if (tags.length === 0) return <p>{w.noTags}</p>;
  return (
    <>
      <input
        type="search"
        className={css.seek}
        aria-label={w.findTag}
        placeholder={w.findTag}
        value={sought}
        onChange={(e) => seek(e.target.value)}
      />
      <ul className={css.all} aria-label={w.allTags}>
        {found.slice(0, SHOWN).map(({ tag, count }) => (
          <li key={tag}>
            {edited === tag ? (
              <form onSubmit={submitted((form) => rename(tag, form))}>
                {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed */}
                <input name="name" aria-label={w.newName} {...eitherWay} defaultValue={tag} autoFocus />
                <button type="submit" className={ui.button}>
                  {w.save}
                </button>
                <button type="button" className={ui.quiet} onClick={() => edit(null)}>
                  {w.cancel}
                </button>
              </form>
            ) : (
              <>
                <bdi>{tag}</bdi>
                <small>{formatNumber(count, s)}</small>
                <button
                  type="button"
                  className={ui.quiet}
                  aria-label={`${w.renameTag}: ${tag}`}
                  disabled={disabled}
                  onClick={() => edit(tag)}
                >
                  <PencilLine size={15} aria-hidden />
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p>{w.more.replace('{n}', formatNumber(found.length - SHOWN, s))}</p>}
    </>
  );
}
