import type { RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import ui from '../ui/ui.module.css';
import type { TreeAction } from './tree.tsx';

type Props = {
  label: string;
  /** What it stands beside. */
  anchor: RefObject<HTMLElement | null>;
  actions: readonly TreeAction[];
  onAct: (id: string) => void;
  onClose: () => void;
};

/** What can be done with a name; of a whole tree only the one that is open is there. */
export function NameMenu({ label, anchor, actions, onAct, onClose }: Props) {
  return (
    <Popover
      className={ui.popover ?? ''}
      aria-label={label}
      triggerRef={anchor}
      trigger="MenuTrigger"
      placement="bottom start"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the menu was opened to choose in it */}
      <Menu className={ui.menu ?? ''} aria-label={label} autoFocus="first" onAction={(id) => onAct(String(id))} onClose={onClose}>
        {actions.map((one) => (
          <MenuItem key={one.id} id={one.id} className={ui.menuItem ?? ''}>
            {one.label}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
