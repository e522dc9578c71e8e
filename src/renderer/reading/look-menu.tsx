import { ALargeSmall, Minus, Plus } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { READ_SIZE, readFaces, readLeadings, readMeasures, type Settings } from '#contract/settings.ts';
import { formatNumber } from '#i18n/locale.ts';
import { useReadingWords, useSettings } from '../api/words.tsx';
import { Choice } from '../ui/choice.tsx';
import ui from '../ui/ui.module.css';
import css from './reading.module.css';

export const sized = (size: number, by: 1 | -1): number => Math.min(READ_SIZE.most, Math.max(READ_SIZE.least, size + by * READ_SIZE.step));

/** How the text looks: face, size, leading, measure, vowel marks. */
export function LookMenu({ set }: { set: (change: Partial<Settings>) => void }) {
  const s = useSettings();
  const r = useReadingWords();
  const named = <K extends string>(keys: readonly K[], names: Readonly<Record<K, string>>) => keys.map((one) => [one, names[one]] as const);
  return (
    <DialogTrigger>
      <Button className={ui.quiet ?? ''} aria-label={r.look}>
        <ALargeSmall size={18} />
      </Button>
      <Popover className={ui.popover ?? ''}>
        <Dialog className={css.menu ?? ''} aria-label={r.look}>
          <Choice label={r.face} value={s.readFace} options={named(readFaces, r.faces)} onChange={(readFace) => set({ readFace })} />
          <fieldset className={css.size}>
            <legend>{r.size}</legend>
            <button
              type="button"
              aria-label={r.smaller}
              disabled={s.readSize <= READ_SIZE.least}
              onClick={() => set({ readSize: sized(s.readSize, -1) })}
            >
              <Minus size={15} />
            </button>
            <output>{formatNumber(s.readSize, s)}</output>
            <button
              type="button"
              aria-label={r.larger}
              disabled={s.readSize >= READ_SIZE.most}
              onClick={() => set({ readSize: sized(s.readSize, 1) })}
            >
              <Plus size={15} />
            </button>
          </fieldset>
          <Choice
            label={r.leading}
            value={s.readLeading}
            options={named(readLeadings, r.leadings)}
            onChange={(readLeading) => set({ readLeading })}
          />
          <Choice
            label={r.measure}
            value={s.readMeasure}
            options={named(readMeasures, r.measures)}
            onChange={(readMeasure) => set({ readMeasure })}
          />
          <Choice
            label={r.tashkeel}
            value={s.tashkeel}
            options={named(['shown', 'hidden'] as const, r.tashkeels)}
            onChange={(tashkeel) => set({ tashkeel })}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
