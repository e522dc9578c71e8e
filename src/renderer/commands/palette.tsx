/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the keyboard, and names the active option */
import { Search } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { plural } from '#i18n/locale.ts';
import { fitOf, foldName } from '#text/fold-name.ts';
import { useDeskWords, useSettings } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import type { Command } from './commands.ts';
import css from './commands.module.css';
import { keyName } from './keys.ts';

const SHOWN = 60;

/** What is found by another name comes after what is found by its own. */
const later = (fit: number | undefined): number | undefined => (fit === undefined ? undefined : fit + 10);

/** Every command, and every place, by name. */
export function Palette({
  commands: given,
  more,
  otherNames,
  onClose,
}: {
  commands: readonly Command[];
  more: () => readonly Command[];
  /** By their names in the other language commands are found too. */
  otherNames: () => ReadonlyMap<string, string>;
  onClose: () => void;
}) {
  // Those of what is read, as they are when the palette is opened.
  const [others] = useState(more);
  const [foreign] = useState(otherNames);
  const commands = useMemo(() => [...given, ...others], [given, others]);
  const s = useSettings();
  const d = useDeskWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const named = useMemo(
    () =>
      commands
        .filter(({ off }) => !off)
        .map((command) => ({
          command,
          name: foldName(command.label),
          others: foldName(`${command.also ?? ''} ${foreign.get(command.id) ?? ''}`.trim()),
        })),
    [commands, foreign],
  );
  const wanted = foldName(typed.trim());
  const found = named
    .map(({ command, name, others: also }) => ({ command, fit: fitOf(name, wanted) ?? later(fitOf(also, wanted)) }))
    // Places only when they are asked for: there may be many.
    .filter(({ command, fit }) => fit !== undefined && (wanted !== '' || !command.place))
    .sort((a, b) => a.fit! - b.fit! || Number(a.command.place ?? false) - Number(b.command.place ?? false))
    .slice(0, SHOWN)
    .map(({ command }) => command);
  const active = Math.min(at, found.length - 1);
  const run = (command: Command | undefined): void => {
    if (!command) return;
    onClose();
    // The palette gives the focus back first.
    requestAnimationFrame(() => requestAnimationFrame(command.run));
  };
  const onKeyDown = (e: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
    };
    const to = steps[e.key];
    if (to !== undefined) {
      e.preventDefault();
      const last = found.length - 1;
      const next = to > last ? (active === last ? 0 : last) : to < 0 ? (active === 0 ? last : 0) : to;
      setAt(next);
      document.getElementById(`command-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (e.key === 'Enter') {
      e.preventDefault();
      run(found[active]);
    }
  };
  return (
    <ModalOverlay isOpen isDismissable className={`${ui.veil} ${css.veil}`} onOpenChange={(open) => !open && onClose()}>
      <Modal className={`${ui.modal} ${css.sheet}`}>
        <Dialog className={css.palette ?? ''} aria-label={d.palette}>
          <div className={css.box}>
            <Search size={17} aria-hidden />
            <input
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to write in it
              autoFocus
              role="combobox"
              aria-expanded
              aria-controls="commands"
              aria-activedescendant={active >= 0 ? `command-${active}` : undefined}
              aria-label={d.palette}
              placeholder={d.paletteHint}
              dir="auto"
              value={typed}
              onChange={(e) => {
                setTyped(e.target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          {found.length === 0 && <p className={css.none}>{d.paletteNone}</p>}
          <div id="commands" role="listbox" aria-label={d.palette} className={css.list} hidden={found.length === 0}>
            {found.map((command, index) => {
              const { id, label, icon: Icon, keys } = command;
              return (
                <div
                  key={id}
                  id={`command-${index}`}
                  role="option"
                  className={css.option}
                  aria-selected={index === active}
                  onClick={() => run(command)}
                  onPointerMove={() => setAt(index)}
                >
                  <Icon size={16} aria-hidden />
                  <bdi>{label}</bdi>
                  {keys?.[0] && <kbd dir="ltr">{keyName(keys[0])}</kbd>}
                </div>
              );
            })}
          </div>
          <output className={ui.unseen}>{typed !== '' && plural(found.length, d.commandsFound, s)}</output>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
