import { Merge } from 'lucide-react';
import { useState } from 'react';
import type { TagTwins } from '#contract/search.ts';
import { formatList, formatNumber } from '#i18n/locale.ts';
import { type Tell, tellingsOf } from '#text/look-alikes.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './tags.module.css';

type Props = { twins: TagTwins; disabled: boolean; onMerge: (into: string, tags: string[]) => void; onLeave: () => void };

/** Tags that may be one: the most used is proposed to stay, and a person decides. */
export function Twins({ twins: { tags, by }, disabled, onMerge, onLeave }: Props) {
  const s = useSettings();
  const w = useWords();
  const [into, keep] = useState(tags[0]?.tag ?? '');
  const names = tags.map(({ tag }) => tag);
  const tells = tellingsOf(names);
  const told = ({ name, letter }: Tell): string => (letter === undefined ? w.tellings[name] : `${w.tellings[name]} ${letter}`);
  const merge = () =>
    onMerge(
      into,
      names.filter((name) => name !== into),
    );
  return (
    <form className={css.twins} onSubmit={submitted(merge)} aria-label={formatList(names, s)}>
      <fieldset>
        <legend>
          {w.keepTag} <small>({by === 'spelling' ? w.bySpelling : w.byForm})</small>
        </legend>
        {tags.map(({ tag, count }, at) => (
          <label key={tag}>
            <input type="radio" name="into" checked={tag === into} onChange={() => keep(tag)} />
            <bdi>{tag}</bdi>
            <small>{formatNumber(count, s)}</small>
            {tells[at]!.length > 0 && <small>({formatList(tells[at]!.map(told), s)})</small>}
          </label>
        ))}
      </fieldset>
      <div className={css.act}>
        <button type="submit" className={ui.button} disabled={disabled}>
          <Merge size={16} aria-hidden />
          {w.mergeTags}
        </button>
        <button type="button" className={ui.quiet} onClick={onLeave}>
          {w.notTwins}
        </button>
      </div>
    </form>
  );
}
