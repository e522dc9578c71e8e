// Footnotes of Markdown, as GitHub and pandoc read them: «[^1]» in the text, «[^1]: words» on a line of its own.
import type { MarkedExtension, Tokens } from 'marked';

const definition = /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*(?:\n(?: {2,}|\t).*|\n[ \t]*\n(?: {4,}|\t).*)*)(?:\n+|$)/u;
const reference = /^\[\^([^\]\s]{1,60})\]/u;

/** Marks without a note stay words of the text. */
export function footnotes(text: string): MarkedExtension {
  const named = new Set(Array.from(text.matchAll(/^ {0,3}\[\^([^\]\s]{1,60})\]:/gmu), ([, name]) => name!));
  const idOf = (name: string): string => `note-${encodeURIComponent(name)}`;
  return {
    extensions: [
      {
        name: 'note',
        level: 'block',
        start: (source) => /^ {0,3}\[\^/mu.exec(source)?.index,
        tokenizer(source) {
          const [raw, name, words] = definition.exec(source) ?? [];
          if (raw === undefined) return undefined;
          return { type: 'note', raw, note: name!, tokens: this.lexer.blockTokens(words!.replace(/^(?: {1,4}|\t)/gmu, ''), []) };
        },
        renderer(token) {
          return `<div id="${idOf(String(token['note']))}">${this.parser.parse(token.tokens ?? [])}</div>`;
        },
      },
      {
        name: 'note-mark',
        level: 'inline',
        start: (source) => source.indexOf('[^'),
        tokenizer(source): Tokens.Generic | undefined {
          const [raw, name] = reference.exec(source) ?? [];
          return raw !== undefined && named.has(name!) ? { type: 'note-mark', raw, note: name! } : undefined;
        },
        renderer: (token) => `<a role="doc-noteref" href="#${encodeURIComponent(idOf(String(token['note'])))}"></a>`,
      },
    ],
  };
}
