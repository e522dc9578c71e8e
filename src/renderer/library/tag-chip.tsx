import { formatList, formatNumber } from '#i18n/locale.ts';
import { useSettings } from '../api/words.tsx';
import { Name } from '../ui/name.tsx';
import ui from '../ui/ui.module.css';
import css from './list.module.css';
import { tagsWithin, useTagRoom } from './tag-room.ts';

/** Tags by their whole names, as many as there is room for, and how many more there are; who cannot see them hears them all. */
export function TagChips({ tags }: { tags: readonly string[] }) {
  const s = useSettings();
  const room = useTagRoom();
  const shown = tagsWithin(tags, room, (tag) => colourOf(tag, s.shelf.colours) !== undefined);
  const more = tags.slice(shown);
  const names = formatList(more, s);
  return (
    <>
      {tags.slice(0, shown).map((tag) => (
        <TagChip key={tag} tag={tag} />
      ))}
      {more.length > 0 && (
        <span className={css.more} title={names}>
          <span aria-hidden dir="ltr">
            +{formatNumber(more.length, s)}
          </span>
          <span className={ui.unseen}>{names}</span>
        </span>
      )}
    </>
  );
}

/** A tag in its colour: its own, or that of what it lies within. */
function TagChip({ tag }: { tag: string }) {
  const { colours } = useSettings().shelf;
  return (
    <span className={css.chip} data-colour={colourOf(tag, colours)}>
      <Name text={tag} />
    </span>
  );
}

export function colourOf<C>(tag: string, colours: Readonly<Record<string, C>>): C | undefined {
  for (let name = tag; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
    if (Object.hasOwn(colours, name)) return colours[name];
  }
  return undefined;
}
