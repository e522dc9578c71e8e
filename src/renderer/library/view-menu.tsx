import { SlidersHorizontal } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { listColumns, listDensities, listLayouts, type Settings } from '#contract/settings.ts';
import { useDeskWords, useSettings } from '../api/words.tsx';
import { Choice } from '../ui/choice.tsx';
import ui from '../ui/ui.module.css';
import css from './library.module.css';

/** How the list looks: cards or a table, how close together, and which columns. */
export function ViewMenu({ set }: { set: (change: Partial<Settings>) => void }) {
  const { layout, density, columns } = useSettings();
  const d = useDeskWords();
  return (
    <DialogTrigger>
      <Button className={css.look ?? ''} aria-label={d.view}>
        <SlidersHorizontal size={15} />
      </Button>
      <Popover className={ui.popover ?? ''}>
        <Dialog className={css.lookMenu ?? ''} aria-label={d.view}>
          <Choice
            label={d.layout}
            value={layout}
            options={listLayouts.map((one) => [one, d[one]])}
            onChange={(value) => set({ layout: value })}
          />
          <Choice
            label={d.density}
            value={density}
            options={listDensities.map((one) => [one, d[one]])}
            onChange={(value) => set({ density: value })}
          />
          {layout === 'table' && (
            <fieldset className={css.columnChoice}>
              <legend>{d.columns}</legend>
              {listColumns.map((column) => (
                <label key={column}>
                  <input
                    type="checkbox"
                    checked={columns.includes(column)}
                    onChange={(e) =>
                      set({ columns: listColumns.filter((one) => (one === column ? e.target.checked : columns.includes(one))) })
                    }
                  />
                  {d.columnNames[column]}
                </label>
              ))}
            </fieldset>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
