// Names in a hierarchy as the rows of a tree: those in sight, each with what it lies within.
import { leafOf, parentOf, withParents } from '#contract/hierarchy.ts';

export type NameNode = {
  /** The whole name. */
  name: string;
  leaf: string;
  /** From 1. */
  level: number;
  count: number;
  /** Undefined for one with nothing within it. */
  expanded: boolean | undefined;
  /** Its place among those beside it, from 1, and how many those are. */
  place: number;
  beside: number;
};

type Counted = readonly { value: string; count: number }[];

/** `more`: names that no article of the result has, and that are shown all the same. */
export function nameTree(counted: Counted, more: readonly string[], expanded: ReadonlySet<string>, language: string): NameNode[] {
  const counts = new Map(counted.map(({ value, count }) => [value, count]));
  const children = new Map<string | undefined, string[]>();
  for (const name of withParents([...counts.keys(), ...more])) {
    const parent = parentOf(name);
    const beside = children.get(parent);
    if (beside) beside.push(name);
    else children.set(parent, [name]);
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  const nodes: NameNode[] = [];
  const walk = (parent: string | undefined, level: number): void => {
    const beside = (children.get(parent) ?? []).sort((a, b) => compare(leafOf(a), leafOf(b)));
    for (const [at, name] of beside.entries()) {
      const open = children.has(name) ? expanded.has(name) : undefined;
      nodes.push({ name, leaf: leafOf(name), level, count: counts.get(name) ?? 0, expanded: open, place: at + 1, beside: beside.length });
      if (open) walk(name, level + 1);
    }
  };
  walk(undefined, 1);
  return nodes;
}
