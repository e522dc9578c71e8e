// Markdown (CommonMark, tables of GitHub) with front matter.
import { marked } from 'marked';
import type { Block } from '#contract/item.ts';
import { decode } from '../decode.ts';
import { takeFrontMatter } from '../markup/front-matter.ts';
import { blocksOfMarkup } from '../markup/plain-blocks.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const decoded = decode(bytes, path, encoding);
  const { fields, text } = takeFrontMatter(decoded.text);
  const body = blocksOfMarkdown(text);
  const [first] = body;
  const headed = first?.kind === 'heading' && first.level === 1 ? first.text : undefined;
  // The headline in the text is what its readers see; a field is often a citation.
  const title = headed ?? fields.title;
  return [{ ...fields, title, body: headed === undefined ? body : body.slice(1), encoding: decoded.record }];
};

/** Quotes and lists within each other to no end would keep the parser for as long. */
const nested = /^(?:[ \t]*[>*+-][ \t]?){60,}/gmu;

function blocksOfMarkdown(text: string): Block[] {
  const html = marked.parse(text.replace(nested, '> '), { async: false, gfm: true });
  return blocksOfMarkup(html);
}
