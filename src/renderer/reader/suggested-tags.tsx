import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useReadOnly } from '../api/archive-info.ts';
import { api } from '../api/client.ts';
import { useWords } from '../api/words.tsx';
import css from './reader.module.css';

type Props = { id: string; revision: number; act: (deed: Promise<unknown>) => void };

const LIMIT = 6;

/** Words of the article that may be its tags: one press adds one. */
export function SuggestedTags({ id, revision, act }: Props) {
  const w = useWords();
  const readOnly = useReadOnly() !== null;
  const group = useRef<HTMLFieldSetElement>(null);
  const keywords = useQuery({
    queryKey: ['item.keywords', id, revision],
    // Those of before stay, so that the keyboard keeps its place.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.item.keywords({ id, limit: LIMIT }, { signal }),
  }).data?.keywords;
  if (readOnly || !keywords || keywords.length === 0) return null;
  const add = (tag: string, button: HTMLElement) => {
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(button as HTMLButtonElement);
    // The pressed button goes with its tag: the next takes the keyboard.
    (buttons[at + 1] ?? buttons[at - 1])?.focus();
    act(api.tag.add({ ids: [id], tag }));
  };
  return (
    <fieldset ref={group} className={css.suggested}>
      <legend>{w.suggestedTags}</legend>
      {keywords.map(({ tag }) => (
        <button key={tag} type="button" aria-label={`${w.addThisTag}: ${tag}`} onClick={(e) => add(tag, e.currentTarget)}>
          <Plus size={13} aria-hidden />
          <bdi>{tag}</bdi>
        </button>
      ))}
    </fieldset>
  );
}
