// A saved page: its article, by Readability and by rules for Arabic; its facts, from its head and its data.
import type { Block, Provenance } from '#contract/item.ts';
import type { RulePack } from '#contract/rules.ts';
import { decodeDeclared } from '../declared.ts';
import { oneLine } from '../legible.ts';
import { headlineOf, sortBlocks } from '../markup/article-blocks.ts';
import { blocksOf, type PlacedBlock, placedBlocksOf } from '../markup/blocks.ts';
import { type DomDocument, type DomElement, parsePage } from '../markup/dom.ts';
import { factsOf } from '../markup/page-facts.ts';
import { takeFrontMatter } from '../markup/front-matter.ts';
import { type Region, regionOf } from '../markup/readable.ts';
import { dateBeside, signedBeside } from '../markup/dateline.ts';
import { singleFileNote } from '../markup/single-file.ts';
import { pictureFinder } from '../markup/page-pictures.ts';
import { openShelf, type PictureSource } from '../pictures.ts';
import { type PageRules, rulesFor } from '../rules/packs.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding, beside, packs }: Source): Draft[] => {
  const { text, record: found } = decodeDeclared(bytes, path, encoding);
  return [{ ...readPage(text, { pictures: beside, packs }), encoding: found }];
};

export type PageOrigin = {
  readonly url?: string | undefined;
  readonly captured?: string | undefined;
  /** Those that came along, by the address in the page, or by that address made whole. */
  readonly pictures?: PictureSource | undefined;
  readonly packs?: readonly RulePack[] | undefined;
};

/** `origin` is what the container says of the page. */
export function readPage(file: string, origin: PageOrigin = {}): Draft {
  const { fields, text: html } = takeFrontMatter(file);
  const saved = singleFileNote(html);
  const embedded: string[] = [];
  const page = parsePage(html, embedded);
  const facts = factsOf(page);
  const url = origin.url ?? saved?.url ?? facts.url;
  const base = url && URL.canParse(url) ? url : undefined;
  const rules = rulesFor(origin.packs ?? [], { url });
  const cutOut = cutOutOf(page, rules);
  const region = articleElement(page, rules) ?? (isWholePage(html) ? regionOf(page) : undefined);
  const root = region?.root ?? page.documentElement;
  const shelf = openShelf();
  const picture = pictureFinder(shelf, embedded, origin.pictures, base);
  const placed = placedBlocksOf(root, { base, picture });
  const title = fields.title ?? facts.title ?? (region && headlineOf(placed)) ?? '';
  const sorted = sortBlocks(placed, root, region?.kept, { title, creators: facts.creators }, rules);
  // A page of links alone is its links.
  const links = (): Block[] =>
    placed.filter(({ block }) => sorted.removed.some((one) => one.rule === 'links' && one.text === block.text)).map(({ block }) => block);
  const body = [sorted.body, paragraphs(facts.body), links()].find((blocks) => blocks.some(({ text }) => text !== '')) ?? [];
  const around = region ? textsAround(page, root, placed, body.length) : [];
  const whole = placedBlocksOf(page.documentElement);
  const dates = dateBeside(whole, title, sorted);
  const signed = [fields.creators, facts.creators, sorted.creators].find((names) => names.length > 0);
  return {
    title: title || undefined,
    body,
    source: facts.source ?? sorted.source,
    creators: signed ?? [signedBeside(whole, title) ?? ''].filter(Boolean),
    url,
    published: fields.published ?? facts.published ?? dates.published ?? scriptedDate(file),
    updated: facts.updated ?? dates.updated,
    captured: origin.captured ?? saved?.captured,
    tags: [...fields.tags, ...facts.tags],
    language: facts.language,
    pictures: shelf.pictures,
    removed: [...sorted.removed, ...cutOut, ...around.filter(({ text }) => /[\p{L}\p{N}]/u.test(text) && oneLine(text) !== title)],
  };
}

/** Takes out what packs name, and tells what was in it. */
function cutOutOf(page: DomDocument, { remove }: PageRules): Removed[] {
  const taken: Removed[] = [];
  for (const { selector, rule } of remove) {
    for (const element of page.querySelectorAll(selector)) {
      if (/^(?:html|body)$/.test(element.localName)) continue;
      taken.push(...blocksOf(element).map(({ text }) => ({ text, rule })));
      element.remove();
    }
  }
  return taken;
}

function articleElement(page: DomDocument, { article }: PageRules): Region | undefined {
  const root = article.map((selector) => page.querySelector(selector)).find((element) => element !== null);
  return root && { root, kept: new Set(root.querySelectorAll('*')).add(root) };
}

/** The rest of the page: before the article, or behind it. */
function textsAround(page: DomDocument, root: DomElement, placed: readonly PlacedBlock[], end: number): Removed[] {
  const here = new Set(placed.map(({ block }) => block.text));
  let met = false;
  return placedBlocksOf(page.documentElement).flatMap(({ block, element }): Removed[] => {
    met ||= root.contains(element);
    return here.has(block.text) ? [] : [{ text: block.text, rule: 'outside-article', at: met ? end : 0 }];
  });
}

type Removed = Provenance['removed'][number];

/** What scripts would have written beside the headline: read, never run. */
const scriptedDate = (html: string): string | undefined =>
  /\b(?:firstPubDate|datePublished|publish(?:ed)?_?(?:date|time|at)|pub_?date)["']?\s*[=:]\s*["'](\d{4}-\d{2}-\d{2})/i.exec(
    html.slice(0, 200_000),
  )?.[1];

/** A fragment has no furniture around it. */
const isWholePage = (html: string): boolean => /<body[\s>]|<html[\s>]/i.test(html.slice(0, 200_000));

const paragraphs = (text: string | undefined): Block[] =>
  (text ?? '')
    .split(/\n+/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one): Block => ({ kind: 'paragraph', text: one }));
