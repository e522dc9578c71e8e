import type { ExportOptions } from '#contract/contract.ts';
import { formatNumber } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { Choice } from '../ui/choice.tsx';

const sizes = [
  ['a4', 'A4'],
  ['a5', 'A5'],
  ['letter', 'Letter'],
] as const;

/** How pages are set, but for the face, which is remembered. */
export type PageChoice = Required<Pick<ExportOptions, 'size' | 'digits' | 'print' | 'columns'>>;
export const firstChoice = { size: 'a4', print: 'normal', columns: 1 } as const;

export function PdfOptions({ value, onChange }: { value: PageChoice; onChange: (value: PageChoice) => void }) {
  const s = useSettings();
  const w = useWords();
  const set = (part: Partial<PageChoice>): void => onChange({ ...value, ...part });
  return (
    <>
      <Choice label={w.pageSize} value={value.size} options={sizes} onChange={(size) => set({ size })} />
      <Choice
        label={w.digits}
        value={value.digits}
        options={[
          ['arab', w.arab],
          ['latn', w.latn],
        ]}
        onChange={(digits) => set({ digits })}
      />
      <Choice
        label={w.print}
        value={value.print}
        options={[
          ['normal', w.normalPrint],
          ['large', w.largePrint],
        ]}
        onChange={(print) => set({ print })}
      />
      <Choice
        label={w.columns}
        value={String(value.columns)}
        options={[1, 2].map((n) => [String(n), formatNumber(n, s)])}
        onChange={(columns) => set({ columns: Number(columns) })}
      />
    </>
  );
}
