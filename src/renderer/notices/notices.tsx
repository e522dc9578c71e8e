import { HardDrive, Lock, type LucideIcon, ShieldCheck, X } from 'lucide-react';
import { useState } from 'react';
import { plural } from '#i18n/locale.ts';
import { useArchiveInfo } from '../api/archive-info.ts';
import { useSettings, useWords } from '../api/words.tsx';
import css from './notices.module.css';

const icons: Readonly<Record<string, LucideIcon>> = { 'disk-full': HardDrive };

/** Above everything: what must be known of the archive as long as it is so, and once what opening had to mend. */
export function Notices() {
  const s = useSettings();
  const w = useWords();
  const info = useArchiveInfo();
  const [seen, setSeen] = useState(false);
  const { readOnly, recovered } = info ?? {};
  const Icon = icons[readOnly ?? ''] ?? Lock;
  const mended = recovered && [
    ...(recovered.acts > 0 ? [plural(recovered.acts, w.recoveredActs, s)] : []),
    ...(recovered.quarantined > 0 ? [plural(recovered.quarantined, w.recoveredAside, s)] : []),
  ];
  return (
    <section className={css.notices} aria-label={w.state}>
      <div aria-live="polite">
        {readOnly && (
          <p className={css.bar} data-kind="read-only">
            <Icon size={16} aria-hidden />
            {w.readOnly[readOnly]}
          </p>
        )}
        {mended && mended.length > 0 && !seen && (
          <p className={css.bar}>
            <ShieldCheck size={16} aria-hidden />
            <span>
              {w.recovered} {mended.join(w.and)}. {w.recoveredSafe}
            </span>
            <button type="button" aria-label={w.close} onClick={() => setSeen(true)}>
              <X size={15} />
            </button>
          </p>
        )}
      </div>
    </section>
  );
}
