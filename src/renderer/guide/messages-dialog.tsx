import { formatMoment } from '#i18n/locale.ts';
import { useReadingWords, useSettings, useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import css from './guide.module.css';
import type { Said } from './use-messages.ts';

/** What was said since the program was opened, the last first. */
export function MessagesDialog({ said, onClose }: { said: readonly Said[]; onClose: () => void }) {
  const s = useSettings();
  const w = useWords();
  const r = useReadingWords();
  return (
    <Modal title={r.messages} closeLabel={w.close} onClose={onClose}>
      {said.length === 0 ? (
        <p>{r.noMessages}</p>
      ) : (
        <ul className={css.messages}>
          {said.toReversed().map(({ text, at }, n) => (
            <li key={`${at}-${n}`}>
              <time dateTime={at}>{formatMoment(at, s)}</time>
              <span dir="auto">{text}</span>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
