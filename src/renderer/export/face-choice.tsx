import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { api } from '../api/client.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './export.module.css';

type Props = { value: string; onChange: (id: string) => void };

/** The faces that are known; one that is added from a file is chosen at once. */
export function FaceChoice({ value, onChange }: Props) {
  const s = useSettings();
  const w = useWords();
  const known = useQueryClient();
  const { data, error: unread } = useQuery({
    queryKey: ['export.faces'],
    queryFn: ({ signal }) => api.export.faces(undefined, { signal }),
  });
  const {
    mutate,
    error: refused,
    isPending,
  } = useMutation({
    mutationFn: (file: File) => api.export.addFace({ file }),
    onSuccess: async ({ face }) => {
      await known.invalidateQueries({ queryKey: ['export.faces'] });
      onChange(face.id);
    },
  });
  const error = refused ?? unread;
  return (
    <div className={css.faces}>
      <label className={css.face}>
        {w.face}
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          {data?.faces.map(({ id, family }) => (
            <option key={id} value={id}>
              {family}
            </option>
          ))}
        </select>
      </label>
      <label className={`${ui.quiet} ${css.add}`} aria-busy={isPending}>
        <Plus size={16} />
        {w.addFace}
        <input
          type="file"
          accept=".ttf"
          aria-label={w.addFace}
          disabled={isPending}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) mutate(file);
            // So that the same file can be chosen again.
            target.value = '';
          }}
        />
      </label>
      {error && (
        <p role="alert" className={css.missing}>
          {sentenceOf(error, s.language)}
        </p>
      )}
    </div>
  );
}
