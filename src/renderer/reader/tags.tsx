import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useReadOnly } from '../api/archive-info.ts';
import { api } from '../api/client.ts';
import { useWords } from '../api/words.tsx';
import { namesIn } from '../ui/names-in.ts';
import { submitted } from '../ui/submitted.ts';
import css from './reader.module.css';

type Props = { id: string; tags: string[]; act: (deed: Promise<unknown>) => void };

/** The tags of an article: each can be taken off, and a new one is offered from those in use. */
export function Tags({ id, tags, act }: Props) {
  const w = useWords();
  const readOnly = useReadOnly() !== null;
  const [tag, setTag] = useState('');
  const known = useQuery({ queryKey: ['tag.list'], queryFn: () => api.tag.list() }).data?.tags ?? [];
  const add = () => {
    const names = namesIn(tag);
    if (names.length === 0) return;
    const addAll = async (): Promise<void> => {
      for (const name of names) await api.tag.add({ ids: [id], tag: name });
      setTag('');
    };
    act(addAll());
  };
  return (
    <div className={css.tags}>
      {tags.map((t) => (
        <span key={t} className={css.chip}>
          <bdi>{t}</bdi>
          <button
            type="button"
            aria-label={`${w.removeTag}: ${t}`}
            disabled={readOnly}
            onClick={() => act(api.tag.remove({ ids: [id], tag: t }))}
          >
            <X size={13} />
          </button>
        </span>
      ))}
      <form className={css.add} onSubmit={submitted(add)}>
        <Plus size={14} aria-hidden />
        <input
          disabled={readOnly}
          aria-label={w.addTag}
          placeholder={w.addTag}
          list="tags"
          dir="auto"
          value={tag}
          onChange={(e) => setTag(e.target.value)}
        />
        <datalist id="tags">
          {known.map((t) => (
            <option key={t.tag} value={t.tag}>
              {t.tag}
            </option>
          ))}
        </datalist>
      </form>
    </div>
  );
}
