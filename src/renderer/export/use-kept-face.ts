import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { api } from '../api/client.ts';
import { keepSettings } from '../api/kept-settings.ts';
import { useSettings } from '../api/words.tsx';

/** The face chosen last, and what changes and keeps it. One that is known no more gives way to the first choice. */
export function useKeptFace(): { face: string; keep: (face: string) => void; error: Error | null } {
  const client = useQueryClient();
  const [chosen, choose] = useState<string>();
  // Settings may come after the dialog has been opened.
  const kept = useSettings().face;
  const face = chosen ?? kept;
  const { data } = useQuery({ queryKey: ['export.faces'], queryFn: ({ signal }) => api.export.faces(undefined, { signal }) });
  const { mutate, error } = useMutation({
    mutationFn: (id: string) => keepSettings({ face: id }),
    onSuccess: (now) => client.setQueryData<Settings>(['settings.get'], now),
  });
  const known = data === undefined || data.faces.some(({ id }) => id === face);
  const keep = (id: string): void => {
    choose(id);
    mutate(id);
  };
  return { face: known ? face : defaultSettings.face, keep, error };
}
