import { plural } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { excerpt } from './excerpt.ts';
import diff from '../ui/difference.module.css';
import css from './history.module.css';
import type { Part } from '#text/word-diff.ts';

const elements = { gone: 'del', new: 'ins' } as const;

/**
 * A change in a text, in its surroundings. A line that was joined or parted is shown by its sign. `alike` marks both
 * sides in one way, where neither is the older.
 */
export function DiffText({ parts, alike = false }: { parts: readonly Part[]; alike?: boolean }) {
  const s = useSettings();
  const w = useWords();
  return (
    <div className={`${diff.difference} ${css.text}`} dir="auto">
      {excerpt(parts).map(({ op, lead, text, words }, i) => {
        if (op === 'skip') return <small key={i}> … {plural(words, w.wordsSame, s)} … </small>;
        if (op === 'same') return <span key={i}>{lead + text}</span>;
        const As = alike ? 'mark' : elements[op];
        return (
          <span key={i}>
            {lead}
            <As>{text.replaceAll('\n', op === 'new' ? '¶\n' : '¶ ')}</As>
          </span>
        );
      })}
    </div>
  );
}
