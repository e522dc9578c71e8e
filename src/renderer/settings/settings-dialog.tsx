import { api } from '../api/client.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import css from '../ui/ui.module.css';

export function SettingsDialog({ onClose, onFail }: { onClose: () => void; onFail: (error: unknown) => void }) {
  const s = useSettings();
  const w = useWords();
  const rows = [
    [
      'language',
      w.language,
      [
        ['ar', 'العربية'],
        ['en', 'English'],
      ],
    ],
    [
      'theme',
      w.theme,
      [
        ['system', w.system],
        ['light', w.light],
        ['dark', w.dark],
      ],
    ],
    [
      'digits',
      w.digits,
      [
        ['arab', w.arab],
        ['latn', w.latn],
      ],
    ],
    [
      'calendar',
      w.calendar,
      [
        ['gregorian', w.gregorian],
        ['islamic-umalqura', w.hijri],
      ],
    ],
  ] as const;
  return (
    <Modal title={w.settings} closeLabel={w.close} onClose={onClose}>
      {rows.map(([key, label, options]) => (
        <label key={key} className={css.field}>
          {label}
          <select value={s[key]} onChange={(e) => void api.settings.set({ [key]: e.target.value }).catch(onFail)}>
            {options.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </Modal>
  );
}
