import { useQuery } from '@tanstack/react-query';
import { BookOpenText, Trash2 } from 'lucide-react';
import { filingDate, type Item } from '#contract/item.ts';
import { directionOf, formatDate } from '#i18n/locale.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './copies.module.css';
import { SideBySide } from './side-by-side.tsx';

type Props = {
  ids: readonly [string, string];
  href: (id: string) => string;
  onOpen: () => void;
  /** Absent where neither is to be put away. */
  onTrash?: ((id: string) => void) | undefined;
};

const useItem = (id: string) => useQuery({ queryKey: ['item.get', id], queryFn: ({ signal }) => api.item.get({ id }, { signal }) });
const bodyOf = ({ body }: Item): string => body.map((block) => block.text).join('\n');

/** Two copies side by side: what each is called and where it is from, and the words that differ. */
export function Compare({ ids, href, onOpen, onTrash }: Props) {
  const s = useSettings();
  const w = useWords();
  const readOnly = useReadOnly() !== null;
  const [first, second] = [useItem(ids[0]), useItem(ids[1])];
  const error = first.error ?? second.error;
  if (error) return <output>{sentenceOf(error, s.language)}</output>;
  if (!first.data || !second.data) return <output>{w.loading}</output>;
  // As the choices of both stand above them.
  const dir = directionOf(s.language);
  const sides = [
    [w.firstCopy, first.data],
    [w.secondCopy, second.data],
  ] as const;
  return (
    <>
      <div className={css.heads} dir={dir}>
        {sides.map(([label, item]) => {
          const filed = filingDate(item.dates);
          return (
            <section key={label} aria-label={label} className={css.copy} dir={directionOf(s.language)}>
              <small>{label}</small>
              <strong dir="auto">{item.title}</strong>
              <small>
                <bdi>{item.source}</bdi>
                {item.source && filed && ' · '}
                {filed && formatDate(filed.date, s)}
              </small>
              <div>
                <a className={ui.button} href={href(item.id)} onClick={onOpen}>
                  <BookOpenText size={16} aria-hidden />
                  {w.openArticle}
                </a>
                {onTrash && (
                  <button type="button" className={ui.quiet} disabled={readOnly} onClick={() => onTrash(item.id)}>
                    <Trash2 size={16} aria-hidden />
                    {w.moveToTrash}
                  </button>
                )}
              </div>
            </section>
          );
        })}
      </div>
      <SideBySide first={bodyOf(first.data)} second={bodyOf(second.data)} dir={dir} />
    </>
  );
}
