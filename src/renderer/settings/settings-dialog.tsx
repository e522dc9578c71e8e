import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { monthCountries, type Settings } from '#contract/settings.ts';
import { keepSettings } from '../api/kept-settings.ts';
import { useDeskWords, useReadingWords, useSettings, useWords } from '../api/words.tsx';
import { Choice } from '../ui/choice.tsx';
import { Modal } from '../ui/modal.tsx';
import { Fixity } from './fixity.tsx';
import { Place } from './place.tsx';
import { Watched } from './watched.tsx';

const languages = [
  ['ar', 'العربية'],
  ['en', 'English'],
] as const;

/** Every choice is applied, and kept, as it is made. */
export function SettingsDialog({ onClose, onFail }: { onClose: () => void; onFail: (error: unknown) => void }) {
  const kept = useSettings();
  // Shown as chosen, before the archive has answered.
  const [s, show] = useState(kept);
  const w = useWords();
  const d = useDeskWords();
  const r = useReadingWords();
  const client = useQueryClient();
  const set = (change: Partial<Settings>) => {
    show({ ...s, ...change });
    void keepSettings(change).then(
      (now) => client.setQueryData(['settings.get'], now),
      (error: unknown) => {
        show(kept);
        onFail(error);
      },
    );
  };
  const themes = [
    ['system', w.system],
    ['light', w.light],
    ['dark', w.dark],
  ] as const;
  const digits = [
    ['auto', w.asLanguage],
    ['arab', w.arab],
    ['latn', w.latn],
  ] as const;
  const calendars = [
    ['gregorian', w.gregorian],
    ['islamic-umalqura', w.hijri],
  ] as const;
  return (
    <Modal title={w.settings} closeLabel={w.close} onClose={onClose}>
      <Choice label={w.language} value={s.language} options={languages} onChange={(language) => set({ language })} />
      <Choice label={w.theme} value={s.theme} options={themes} onChange={(theme) => set({ theme })} />
      <Choice label={w.digits} value={s.digits} options={digits} onChange={(value) => set({ digits: value })} />
      <Choice label={w.calendar} value={s.calendar} options={calendars} onChange={(calendar) => set({ calendar })} />
      {s.language === 'ar' && s.calendar === 'gregorian' && (
        <Choice
          label={r.months}
          value={s.months}
          options={monthCountries.map((one) => [one, r.monthNames[one]])}
          onChange={(months) => set({ months })}
        />
      )}
      <Choice
        label={d.singleKeys}
        value={s.keys}
        options={[
          ['on', d.on],
          ['off', d.off],
        ]}
        onChange={(keys) => set({ keys })}
      />
      <Watched />
      <Place />
      <Fixity />
    </Modal>
  );
}
