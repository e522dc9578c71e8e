// Markdown (CommonMark, tables of GitHub, footnotes) with front matter.
import { Marked } from 'marked';
import type { Block } from '#contract/item.ts';
import { decode } from '../decode.ts';
import { withoutNoteMarks } from '../first-words.ts';
import { foldedWords } from '../lines.ts';
import { takeFrontMatter } from '../markup/front-matter.ts';
import { footnotes } from '../markup/markdown-notes.ts';
import { blocksOfMarkup } from '../markup/plain-blocks.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const decoded = decode(bytes, path, encoding);
  const { fields, text } = takeFrontMatter(decoded.text);
  const body = blocksOfMarkdown(text);
  const headed = headlineIn(body, fields.title !== undefined);
  const isTitle = headed !== undefined && (fields.title === undefined || holds(fields.title, headed));
  const title = withoutNoteMarks((isTitle ? headed : fields.title) ?? '');
  const creators = fields.creators.map(withoutNoteMarks);
  return [{ ...fields, title, creators, body: isTitle ? body.slice(1) : body, encoding: decoded.record }];
};

/** A heading of the first level that stands first; in a text without a title one that stands over all others. */
function headlineIn([first, ...rest]: readonly Block[], titled: boolean): string | undefined {
  if (first?.kind !== 'heading') return undefined;
  const { level = 1 } = first;
  if (titled && level > 1) return undefined;
  return level === 1 || rest.every((block) => block.kind !== 'heading' || (block.level ?? 1) > level) ? first.text : undefined;
}

/** A field may be a citation of the headline in the text, which is then what its readers see. */
const holds = (title: string, headline: string): boolean =>
  ` ${foldedWords(title).join(' ')} `.includes(` ${foldedWords(headline).join(' ')} `);

/** Quotes and lists within each other to no end would keep the parser for as long. */
const nested = /^(?:[ \t]*[>*+-][ \t]?){60,}/gmu;

function blocksOfMarkdown(text: string): Block[] {
  const reader = new Marked({ gfm: true }, footnotes(text));
  return blocksOfMarkup(reader.parse(text.replace(nested, '> '), { async: false }));
}
