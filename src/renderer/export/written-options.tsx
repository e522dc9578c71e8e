import { sicReadings } from '#contract/annotation.ts';
import type { ExportOptions } from '#contract/contract.ts';
import { useReadingWords } from '../api/words.tsx';
import { Choice } from '../ui/choice.tsx';

/** What is made of what people wrote on the text: corrections, and notes with highlights. */
export type Written = Required<Pick<ExportOptions, 'sic' | 'notes'>>;
export const firstWritten: Written = { sic: 'marked', notes: 'on' };

type Props = { value: Written; shown: { readonly sic: boolean; readonly notes: boolean }; onChange: (value: Written) => void };

export function WrittenOptions({ value, shown, onChange }: Props) {
  const r = useReadingWords();
  return (
    <>
      {shown.sic && (
        <Choice
          label={r.printSic}
          value={value.sic}
          options={sicReadings.map((one) => [one, r.sics[one]])}
          onChange={(sic) => onChange({ ...value, sic })}
        />
      )}
      {shown.notes && (
        <Choice
          label={r.printNotes}
          value={value.notes}
          options={[
            ['on', r.on],
            ['off', r.off],
          ]}
          onChange={(notes) => onChange({ ...value, notes })}
        />
      )}
    </>
  );
}
