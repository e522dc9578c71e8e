import { useSettings } from '../api/words.tsx';
import { Name } from '../ui/name.tsx';
import css from './list.module.css';

/** A tag by its whole name, in its colour: its own, or that of what it lies within. */
export function TagChip({ tag }: { tag: string }) {
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
