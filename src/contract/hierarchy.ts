// Names in a hierarchy, as tags and collections bear them: `دول/روسيا` lies within `دول`. Pure.

/** Between a name and what lies within it. */
export const LEVEL = '/';

/** The name with outer and doubled white space gone, in each of its levels; levels without a name are left out. */
export const cleanName = (name: string): string =>
  name
    .split(LEVEL)
    .map((level) => level.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean)
    .join(LEVEL);

/** The last level: what is shown where the others are plain from the place. */
export const leafOf = (name: string): string => name.slice(name.lastIndexOf(LEVEL) + 1);

/** What the name lies within; undefined at the top. */
export const parentOf = (name: string): string | undefined => {
  const at = name.lastIndexOf(LEVEL);
  return at > 0 ? name.slice(0, at) : undefined;
};

export const isWithin = (name: string, whole: string): boolean => name === whole || name.startsWith(whole + LEVEL);

/** Names with all that they lie within, each once. */
export function withParents(names: readonly string[]): string[] {
  const all = new Set<string>();
  for (const name of names) {
    for (let one: string | undefined = name; one !== undefined && !all.has(one); one = parentOf(one)) all.add(one);
  }
  return [...all];
}

/** The name after `from` became `to`, with everything within it. */
export const renamed = (name: string, from: string, to: string): string => (isWithin(name, from) ? to + name.slice(from.length) : name);
