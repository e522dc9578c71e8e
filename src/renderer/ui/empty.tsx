import type { LucideIcon } from 'lucide-react';
import css from './ui.module.css';

/** What stands where there is nothing to show. */
export function Empty({ icon: Icon, text, hint }: { icon: LucideIcon; text: string; hint?: string | undefined }) {
  return (
    <div className={css.empty}>
      <Icon size={36} strokeWidth={1.25} aria-hidden />
      <p>{text}</p>
      {hint && <small>{hint}</small>}
    </div>
  );
}
