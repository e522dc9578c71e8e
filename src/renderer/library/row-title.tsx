import { directionOfText } from '#text/direction.ts';
import { straightened } from '#text/turned.ts';
import { useDeskWords, useSettings } from '../api/words.tsx';
import { Marked } from '../ui/marked.tsx';
import ui from '../ui/ui.module.css';
import { useTagRoom } from './tag-room.ts';
import { titleBegin } from './title-begin.ts';
import type { Row } from './use-rows.ts';

const nothing = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]*$/u;
/** Of the lines of a card, as far as they are filled: they break between words. */
const FILLED = 0.9;

/** The title of an article in the list: in the order it was written in, with what was found; one of which nothing is seen says so. */
export function RowTitle({ row: { title, titleMarks = [] } }: { row: Row }) {
  const d = useDeskWords();
  const { layout, density } = useSettings();
  const room = useTagRoom() * (density === 'roomy' ? 2 : 1) * FILLED;
  const [first] = titleMarks;
  const begin = first && layout === 'cards' && Number.isFinite(room) ? titleBegin(title, first, room) : 0;
  const text = straightened(title);
  const marks = titleMarks.map(([from, to]): [number, number] => [from - begin, to - begin]);
  return (
    <strong dir={directionOfText(title)}>
      {nothing.test(title) ? (
        <i>{d.untitled}</i>
      ) : (
        <>
          {begin > 0 && (
            <>
              <span className={ui.unseen}>{text.slice(0, begin)}</span>
              <span aria-hidden>… </span>
            </>
          )}
          <Marked text={text.slice(begin)} marks={marks} />
        </>
      )}
    </strong>
  );
}
