import { ShieldCheck } from 'lucide-react';
import { plural } from '#i18n/locale.ts';
import { sentenceOf, useDeskWords, useSettings, useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import { FixityReport } from './fixity-report.tsx';
import css from './settings.module.css';
import { useVerify } from './use-verify.ts';

/** Reads the whole archive again and says whether it is what it was. */
export function Fixity() {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const { verify, start, cancel } = useVerify();
  const working = verify.step === 'working';
  return (
    <section className={css.fixity} aria-labelledby="fixity">
      <h3 id="fixity">{w.fixity}</h3>
      <p>{w.fixityHint}</p>
      <div className={css.run}>
        {working ? (
          <>
            <progress className={ui.progress} aria-label={w.verifying} />
            <button type="button" className={ui.button} onClick={cancel}>
              {d.stop}
            </button>
          </>
        ) : (
          <button type="button" className={ui.button} onClick={start}>
            <ShieldCheck size={16} />
            {w.verify}
          </button>
        )}
      </div>
      <div aria-live="polite">
        {working && <p>{verify.checked > 0 ? plural(verify.checked, w.checked, s) : w.verifying}</p>}
        {verify.step === 'stopped' && <p>{w.verifyStopped}</p>}
        {verify.step === 'failed' && <p>{sentenceOf(verify.error, s.language)}</p>}
        {verify.step === 'done' && <FixityReport result={verify.result} />}
      </div>
    </section>
  );
}
