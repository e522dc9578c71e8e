import { directionOfText } from '#text/direction.ts';
import { straightened } from '#text/turned.ts';
import { useDeskWords } from '../api/words.tsx';
import { Marked } from '../ui/marked.tsx';
import type { Row } from './use-rows.ts';

const nothing = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]*$/u;

/** The title of an article in the list: in the order it was written in, with what was found; one of which nothing is seen says so. */
export function RowTitle({ row: { title, titleMarks = [] } }: { row: Row }) {
  const d = useDeskWords();
  return (
    <strong dir={directionOfText(title)}>
      {nothing.test(title) ? <i>{d.untitled}</i> : <Marked text={straightened(title)} marks={titleMarks} />}
    </strong>
  );
}
