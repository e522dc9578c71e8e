import { ChevronLeft, ChevronRight, Ellipsis } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { leafOf, parentOf } from '#contract/hierarchy.ts';
import { formatNumber } from '#i18n/locale.ts';
import { useDeskWords, useSettings } from '../api/words.tsx';
import { NameMenu } from './name-menu.tsx';
import type { NameNode } from './name-tree.ts';
import css from './shelf.module.css';

export type TreeAction = { id: string; label: string };
type Props = {
  label: string;
  nodes: readonly NameNode[];
  chosen: readonly string[];
  colourOf?: (name: string) => string | undefined;
  actions: readonly TreeAction[];
  onChoose: (name: string) => void;
  onExpand: (name: string, open: boolean) => void;
  onAct: (id: string, name: string) => void;
  onDrag: (e: DragEvent, name: string) => void;
  /** Whether what is dragged can be put on a name. */
  takes: (name: string) => boolean;
  onDrop: (name: string) => void;
};

/** A tree of names, one tab stop: arrows walk, those along the line open and shut, and the menu key has what else can be done. */
export function Tree({ label, nodes, chosen, colourOf, actions, onChoose, onExpand, onAct, onDrag, takes, onDrop }: Props) {
  const s = useSettings();
  const d = useDeskWords();
  const [at, setAt] = useState(0);
  const [menu, setMenu] = useState<string>();
  const [over, setOver] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLElement>(null);
  const here = Math.min(at, nodes.length - 1);
  const [inward, outward] = s.language === 'ar' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const Chevron = s.language === 'ar' ? ChevronLeft : ChevronRight;

  const go = (index: number): void => {
    setAt(index);
    box.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus();
  };

  /** `within`: a row, or its button, which the menu stands beside. */
  const openMenu = (within: HTMLElement, name: string): void => {
    anchor.current = within.closest('[role=treeitem]')?.querySelector('button') ?? within;
    setMenu(name);
  };

  const onKeyDown = (e: KeyboardEvent<HTMLElement>, node: NameNode, index: number): void => {
    if (e.target !== e.currentTarget) return;
    const command = e.ctrlKey || e.metaKey;
    const row = e.currentTarget;
    const act: (() => void) | undefined = (() => {
      if (e.key === 'ArrowDown') return () => go(Math.min(nodes.length - 1, index + 1));
      if (e.key === 'ArrowUp') return () => go(Math.max(0, index - 1));
      if (e.key === 'Home') return () => go(0);
      if (e.key === 'End') return () => go(nodes.length - 1);
      if (e.key === inward) return () => (node.expanded === false ? onExpand(node.name, true) : node.expanded && go(index + 1));
      if (e.key === outward) {
        const parent = parentOf(node.name);
        return () => (node.expanded ? onExpand(node.name, false) : parent && go(nodes.findIndex(({ name }) => name === parent)));
      }
      if (e.key === 'Enter' || e.key === ' ') return () => onChoose(node.name);
      if (e.key === 'F2') return () => onAct('rename', node.name);
      if (e.key === 'Delete') return () => onAct('remove', node.name);
      if (command && e.code === 'KeyX') return () => onAct('cut', node.name);
      if (command && e.code === 'KeyV') return () => onAct('paste', node.name);
      if (e.key === 'ContextMenu' || (e.shiftKey && e.key === 'F10')) return () => openMenu(row, node.name);
      return undefined;
    })();
    if (!act) return;
    e.preventDefault();
    e.stopPropagation();
    act();
  };

  const tree = (
    <div ref={box} role="tree" aria-label={label} aria-multiselectable className={css.tree}>
      {nodes.map((node, index) => {
        const { name, leaf, level, count, expanded, place, beside } = node;
        const isChosen = chosen.includes(name);
        return (
          <div
            key={name}
            role="treeitem"
            className={css.node}
            style={{ paddingInlineStart: 4 + (level - 1) * 16 }}
            aria-label={`${leaf} ${formatNumber(count, s)}`}
            aria-level={level}
            aria-posinset={place}
            aria-setsize={beside}
            aria-expanded={expanded}
            aria-selected={isChosen}
            tabIndex={index === here ? 0 : -1}
            draggable
            data-over={over === name}
            onFocus={() => setAt(index)}
            onClick={() => onChoose(name)}
            onKeyDown={(e) => onKeyDown(e, node, index)}
            onContextMenu={(e) => {
              e.preventDefault();
              openMenu(e.currentTarget, name);
            }}
            onDragStart={(e) => onDrag(e, name)}
            onDragOver={(e) => {
              if (!takes(name)) return;
              e.preventDefault();
              e.stopPropagation();
              setOver(name);
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={(e) => {
              setOver(undefined);
              if (!takes(name)) return;
              e.preventDefault();
              e.stopPropagation();
              onDrop(name);
            }}
          >
            {expanded === undefined ? (
              <span className={css.twist} />
            ) : (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the arrow keys open the row
              <span
                className={css.twist}
                data-open={expanded}
                onClick={(e) => {
                  e.stopPropagation();
                  onExpand(name, !expanded);
                }}
              >
                <Chevron size={14} aria-hidden />
              </span>
            )}
            {colourOf && <span className={css.dot} data-colour={colourOf(name)} aria-hidden />}
            <bdi className={css.leaf}>{leaf}</bdi> <small aria-hidden>{formatNumber(count, s)}</small>
            <button
              type="button"
              className={css.more}
              aria-label={d.actionsFor.replace('{name}', leaf)}
              aria-haspopup="menu"
              aria-expanded={menu === name}
              tabIndex={-1}
              onClick={(e) => {
                e.stopPropagation();
                openMenu(e.currentTarget, name);
              }}
            >
              <Ellipsis size={15} />
            </button>
          </div>
        );
      })}
    </div>
  );
  return (
    <>
      {tree}
      {menu !== undefined && (
        <NameMenu
          label={d.actionsFor.replace('{name}', leafOf(menu))}
          anchor={anchor}
          actions={actions}
          onAct={(id) => onAct(id, menu)}
          onClose={() => setMenu(undefined)}
        />
      )}
    </>
  );
}
