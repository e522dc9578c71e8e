// Packs of rules, as they apply to one page: its lines, its elements.
import { rulePackSchema, type RulePack } from '#contract/rules.ts';
import { Failure } from '#contract/errors.ts';
import { parseHTML } from 'linkedom';
import { foldedWords, type Line } from '../lines.ts';
import { compilePhrases, isMadeOf, type Phrases } from '../phrases.ts';

/** What packs say of a line: to keep it, or the rule that takes it; an ending takes short lines behind it too. */
export type Verdict = 'keep' | { readonly rule: string; readonly ending: boolean };

export type PageRules = {
  verdict(line: Line): Verdict | undefined;
  /** Selectors with the rule that takes what they find. */
  readonly remove: readonly { readonly selector: string; readonly rule: string }[];
  readonly article: readonly string[];
};

export const noRules: PageRules = { verdict: () => undefined, remove: [], article: [] };

const key = (text: string): string => foldedWords(text).join(' ');

/** Those for all, and those of the outlet: by the page's address, or by a line that only the outlet prints. */
export function rulesFor(
  packs: readonly RulePack[],
  page: { readonly url?: string | undefined; readonly text?: string | undefined },
): PageRules {
  const ours = packs.filter((pack) => isFor(pack, page));
  if (ours.length === 0) return noRules;
  const compiled = ours.map(
    (pack): Compiled => ({
      rule: `pack:${pack.name}`,
      furniture: compilePhrases(pack.furniture),
      endings: new Set(pack.endings.map(key)),
      keep: new Set(pack.keep.map(key)),
    }),
  );
  return {
    verdict: (line) => verdictOf(line, compiled),
    remove: ours.flatMap(({ name, remove }) => remove.map((selector) => ({ selector, rule: `pack:${name}` }))),
    article: ours.flatMap(({ article }) => article),
  };
}

type Compiled = {
  readonly rule: string;
  readonly furniture: Phrases;
  readonly endings: ReadonlySet<string>;
  readonly keep: ReadonlySet<string>;
};

function verdictOf(line: Line, packs: readonly Compiled[]): Verdict | undefined {
  const words = line.words.join(' ');
  if (packs.some(({ keep }) => keep.has(words))) return 'keep';
  for (const { rule, furniture, endings } of packs) {
    if (endings.has(words)) return { rule, ending: true };
    if (isMadeOf(line.words, furniture)) return { rule, ending: false };
  }
  return undefined;
}

function isFor({ hosts, marks }: RulePack, { url, text }: { url?: string | undefined; text?: string | undefined }): boolean {
  if (hosts.length === 0 && marks.length === 0) return true;
  const host = (url === undefined ? undefined : URL.parse(url)?.hostname) ?? '';
  if (host !== '' && hosts.some((one) => host === asciiOf(one) || host.endsWith(`.${asciiOf(one)}`))) return true;
  if (text === undefined || marks.length === 0) return false;
  const printed = new Set(text.split(/[\n\r]+/).map(key));
  return marks.some((mark) => printed.has(key(mark)));
}

/** As an address has it: lower case, letters beyond ASCII in Punycode. */
const asciiOf = (host: string): string => URL.parse(`http://${host}`)?.hostname ?? host;

/** Throws rules.not-json, rules.bad-field, each naming the file and what is wrong in it. */
export function parsePack(text: string, path: string): RulePack {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Failure('rules.not-json', { path, reason: (error as Error).message.slice(0, 200) }, { cause: error });
  }
  const parsed = rulePackSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
    throw new Failure('rules.bad-field', {
      path,
      field: [...(issue?.path ?? []), ...unknown].join('.') || '—',
      reason: issue?.message ?? '',
    });
  }
  const { document } = parseHTML('<html><body></body></html>');
  for (const field of ['remove', 'article'] as const)
    for (const [at, selector] of parsed.data[field].entries()) {
      try {
        document.querySelector(selector);
      } catch (error) {
        throw new Failure(
          'rules.bad-field',
          { path, field: `${field}.${at}`, reason: (error as Error).message.slice(0, 200) },
          { cause: error },
        );
      }
    }
  return parsed.data;
}
