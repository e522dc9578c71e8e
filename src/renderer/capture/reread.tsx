import { RotateCw } from 'lucide-react';
import { useId, useState } from 'react';
import type { Item } from '#contract/item.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { api } from '../api/client.ts';
import { useDeskWords, useWords } from '../api/words.tsx';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './capture.module.css';

/** Encodings in which Arabic was kept, by names that the archive knows. */
const encodings = [
  'utf-8',
  'windows-1256',
  'iso-8859-6',
  'utf-16le',
  'utf-16be',
  'dos-720',
  'x-mac-arabic',
  'windows-1252',
  'windows-1251',
  'utf-32le',
  'utf-32be',
] as const;

type Props = { item: Item; act: (deed: Promise<unknown>) => void; notify: (text: string) => void };

/** The encoding of the original, chosen by a person: the text is read anew from the bytes. */
export function Reread({ item, act, notify }: Props) {
  const w = useWords();
  const d = useDeskWords();
  const readOnly = useReadOnly() !== null;
  const field = useId();
  const known = item.provenance?.encoding;
  const [encoding, setEncoding] = useState(known?.by === 'chosen' ? known.name : '');
  const again = (): void => {
    const choice = encoding === '' ? {} : { encoding };
    act(api.item.reread({ id: item.id, ...choice }).then((now) => notify(now.revision === item.revision ? d.rereadSame : d.rereadDone)));
  };
  return (
    <form className={css.reread} onSubmit={submitted(again)}>
      <label htmlFor={field}>{w.encoding}</label>
      <select id={field} value={encoding} disabled={readOnly} onChange={(e) => setEncoding(e.target.value)}>
        <option value="">{d.asFound}</option>
        {encodings.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      <button type="submit" className={ui.button} disabled={readOnly}>
        <RotateCw size={16} aria-hidden />
        {d.reread}
      </button>
      <small>{d.rereadHint}</small>
    </form>
  );
}
