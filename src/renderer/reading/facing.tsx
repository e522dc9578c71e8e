import type { ReactNode } from 'react';
import type { Item } from '#contract/item.ts';
import { directionOfText } from '#text/direction.ts';
import { useReadingWords, useSettings } from '../api/words.tsx';
import { Body } from '../reader/body.tsx';
import { lookOf } from './look.ts';
import ui from '../ui/ui.module.css';
import css from './reading.module.css';

const none = (): void => {};

/** What the original looks like, and the text of the article, each scrolled by itself. */
export function Facing({ item, children }: { item: Item; children: ReactNode }) {
  const s = useSettings();
  const r = useReadingWords();
  const { title, language, body } = item;
  return (
    <div className={css.facing}>
      {children}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1) */}
      <section className={`${ui.frame} ${css.facingText}`} aria-label={r.text} tabIndex={0} style={lookOf(s)}>
        <h3 dir={directionOfText(title)} lang={language}>
          {title}
        </h3>
        {body.length > 0 ? <Body blocks={body} marks={undefined} language={language} placed={[]} onNote={none} /> : <p>{r.noText}</p>}
      </section>
    </div>
  );
}
