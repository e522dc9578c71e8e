import { Feather } from 'lucide-react';
import { useReadingWords } from '../api/words.tsx';
import { keyName } from '../commands/keys.ts';
import ui from '../ui/ui.module.css';
import css from './guide.module.css';

/** Three sentences for a first run, where an article would be. */
export function Tour({ onDone }: { onDone: () => void }) {
  const r = useReadingWords();
  const keys = { undo: { code: 'KeyZ', ctrl: true }, palette: { code: 'KeyK', ctrl: true }, help: { code: 'F1' } };
  return (
    <section className={css.tour} aria-labelledby="tour">
      <Feather size={32} strokeWidth={1.25} aria-hidden />
      <h2 id="tour">{r.tour}</h2>
      <ol>
        {r.tourLines.map((line) => (
          <li key={line}>
            {line.split(/\{(\w+)\}/u).map((part, at) =>
              at % 2 === 0 ? (
                part
              ) : (
                <kbd key={part} dir="ltr">
                  {keyName(keys[part as 'undo'])}
                </kbd>
              ),
            )}
          </li>
        ))}
      </ol>
      <button type="button" className={ui.primary} onClick={onDone}>
        {r.tourDone}
      </button>
    </section>
  );
}
