// Reads a verb's arguments with node:util parseArgs, and turns its complaints into our sentences.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Failure } from '#contract/errors.ts';

export type Arguments = {
  readonly positionals: readonly string[];
  /** The last value of an option. */
  one(name: string): string | undefined;
  /** Every value of a repeatable option. */
  all(name: string): string[];
  flag(name: string): boolean;
  /** A whole number, or the value given when the option is absent. */
  number(name: string, absent: number): number;
  choice<T extends string>(name: string, allowed: readonly T[], absent: T): T;
};

/** `most` words may stand beside the options. Throws usage.unexpected for one more: what nothing reads was meant otherwise. */
export function readArguments(args: readonly string[], options: ParseArgsOptionsConfig, most = Number.POSITIVE_INFINITY): Arguments {
  const { values, positionals } = parse(args, options);
  const beyond = positionals[most];
  if (beyond !== undefined) throw new Failure('usage.unexpected', { word: beyond });
  const all = (name: string): string[] => [values[name] ?? []].flat().filter((value) => typeof value === 'string');
  const one = (name: string): string | undefined => all(name).at(-1);
  return {
    positionals,
    one,
    all,
    flag: (name) => values[name] === true,
    number: (name, absent) => {
      const value = one(name);
      if (value === undefined) return absent;
      if (!/^\d{1,9}$/.test(value)) throw new Failure('usage.bad-value', { option: `--${name}`, value, allowed: '0, 1, 2 …' });
      return Number(value);
    },
    choice: (name, allowed, absent) => {
      const value = one(name);
      if (value === undefined) return absent;
      const found = allowed.find((choice) => choice === value);
      if (found === undefined) throw new Failure('usage.bad-value', { option: `--${name}`, value, allowed: allowed.join(' | ') });
      return found;
    },
  };
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    const option = /'(?:-\w, )?(--?[^\s']+)/.exec(message)?.[1] ?? message;
    // The same is said of a flag that was given one.
    const lacks = code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && options[option.slice(2)]?.type === 'string';
    throw new Failure(lacks ? 'usage.no-value' : 'usage.unknown-option', { option });
  }
}

/** Throws usage.missing when nothing was named. */
export function atLeastOne(values: readonly string[], what: string): string[] {
  if (values.length === 0) throw new Failure('usage.missing', { what });
  return [...values];
}
