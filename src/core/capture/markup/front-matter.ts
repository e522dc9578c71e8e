// The fields that writers put before a text between two lines of «---», in YAML.
import { parse } from 'yaml';

export type FrontMatter = {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly creators: readonly string[];
  readonly tags: readonly string[];
  readonly url?: string | undefined;
  readonly source?: string | undefined;
  readonly language?: string | undefined;
};

const block = /^\ufeff?\s*---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Titles of citations are set apart as in the text: «*عنوان*. المجلة». */
const emphasis = /(^|\s)(\*{1,3}|_{1,3})(?=\S)([^*_]+)(?<=\S)\2(?=[\s.,،:؛]|$)/gu;

export function takeFrontMatter(file: string): { fields: FrontMatter; text: string } {
  const found = block.exec(file);
  const data = found && parseYaml(found[1]!);
  if (!found || data === null || typeof data !== 'object' || Array.isArray(data)) return { fields: { creators: [], tags: [] }, text: file };
  const field = (...names: string[]): unknown =>
    names.map((name) => (data as Record<string, unknown>)[name]).find((value) => value !== undefined && value !== null);
  return {
    fields: {
      title: titleIn(field('title', 'عنوان', 'العنوان'))?.replace(emphasis, '$1$3'),
      published: words(field('date', 'published', 'تاريخ', 'التاريخ')),
      updated: words(field('updated', 'lastmod', 'modified')),
      creators: many(field('author', 'authors', 'creator', 'كاتب', 'الكاتب')),
      tags: many(field('tags', 'keywords', 'categories', 'وسوم', 'الوسوم')),
      url: words(field('url', 'source_url', 'canonical')),
      source: words(field('source', 'publisher', 'مصدر', 'المصدر')),
      language: words(field('lang', 'language')),
    },
    text: file.slice(found[0].length),
  };
}

/** Aliases are not multiplied, tags make no objects; what is no YAML has no fields. */
export function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 10, schema: 'failsafe', logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

/** Some write it as a list, of its parts or of what it says in two languages. */
const titleIn = (value: unknown): string | undefined => words(many(value).join(': '));

const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
const many = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => words(one) ?? words(nameIn(one)) ?? []);

function nameIn(value: unknown): unknown {
  const { name, text } = (value ?? {}) as { name?: unknown; text?: unknown };
  return name ?? text;
}
