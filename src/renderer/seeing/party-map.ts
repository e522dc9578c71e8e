// Who appears with whom: names in a column, and an arc between those that articles have in common. Pure.
import type { PartyKind, Survey } from '#contract/survey.ts';
import type { TagColour } from '#contract/shelf.ts';
import { type Drawing, fitting, type Ink, isolated, type Mark, type Pick, type Shape, type Speech, type Tie, widthOf } from './drawing.ts';

export type MapWords = {
  readonly title: string;
  readonly description: string;
  readonly kinds: Readonly<Record<PartyKind, string>>;
  /** Before those that a name appears with. */
  readonly together: string;
};

const LINE = 30;
const TOP = 10;
const SIZE = 14;
const PASSES = 24;
const TOLD = 4;

type Party = Survey['parties'][number];
type Link = Survey['links'][number];

export const kindInks: Readonly<Record<PartyKind, Ink>> = { tag: 'accent', author: 'violet', source: 'blue' };
export const keyOf = ({ kind, value }: Party): string => `${kind}:${value}`;

/** The parties of some kinds that have a link among them, and the links. `links` tell of places in `parties`. */
export function linked({ parties, links }: Whole, kinds: ReadonlySet<PartyKind>): { parties: Party[]; links: Link[] } {
  const shown = links.filter(({ a, b }) => kinds.has(parties[a]!.kind) && kinds.has(parties[b]!.kind));
  const order = nearOrder(parties.length, shown);
  const met = order.filter((one) => shown.some(({ a, b }) => a === one || b === one));
  const place = new Map(met.map((one, at) => [one, at]));
  return {
    parties: met.map((one) => parties[one]!),
    links: shown.map(({ a, b, count }) => ({ a: place.get(a)!, b: place.get(b)!, count })),
  };
}
type Whole = { readonly parties: readonly Party[]; readonly links: readonly Link[] };

/** An order in which those that appear together stand near each other: each goes, again and again, to the middle of its own. */
export function nearOrder(count: number, links: readonly Link[]): number[] {
  const beside = Array.from({ length: count }, (): { other: number; weight: number }[] => []);
  for (const { a, b, count: weight } of links) {
    beside[a]!.push({ other: b, weight });
    beside[b]!.push({ other: a, weight });
  }
  let order = Array.from({ length: count }, (_, n) => n);
  let best = order;
  let shortest = lengthOf(order, links);
  for (let pass = 0; pass < PASSES; pass++) {
    const place = placesOf(order);
    const middle = order.map((one) => {
      const weight = beside[one]!.reduce((sum, link) => sum + link.weight, 1);
      return (place[one]! + beside[one]!.reduce((sum, link) => sum + place[link.other]! * link.weight, 0)) / weight;
    });
    const wanted = new Map(order.map((one, at) => [one, middle[at]!]));
    order = order.toSorted((x, y) => wanted.get(x)! - wanted.get(y)! || x - y);
    const length = lengthOf(order, links);
    if (length < shortest) [best, shortest] = [order, length];
  }
  return best;
}

function placesOf(order: readonly number[]): number[] {
  const place: number[] = [];
  for (const [at, one] of order.entries()) place[one] = at;
  return place;
}

/** Of all arcs together. */
export function lengthOf(order: readonly number[], links: readonly Link[]): number {
  const place = placesOf(order);
  return links.reduce((sum, { a, b, count }) => sum + Math.abs(place[a]! - place[b]!) * count, 0);
}

const pickOf = ({ kind, value }: Party): Pick => ({ [kind]: value });

export function partyMap(
  survey: Whole,
  kinds: ReadonlySet<PartyKind>,
  size: { width: number },
  words: MapWords,
  speech: Speech,
  colourOf: (tag: string) => TagColour | undefined,
): Drawing {
  const { parties, links } = linked(survey, kinds);
  const { direction } = speech;
  const rtl = direction === 'rtl';
  const { width } = size;
  const height = TOP * 2 + parties.length * LINE;
  const counts = Math.max(0, ...parties.map(({ count }) => widthOf(speech.number(count), 13))) + 14;
  const longest = Math.max(0, ...parties.map(({ value }) => widthOf(value, SIZE)));
  const names = Math.min(longest + counts + 44, Math.max(170, width * 0.46));
  // Names stand where a line begins, and arcs go out to where it ends.
  const dots = rtl ? width - names : names;
  const room = width - names - 14;
  const yOf = (row: number): number => TOP + (row + 0.5) * LINE;
  const most = Math.max(1, ...parties.map(({ count }) => count));
  const strongest = Math.max(1, ...links.map(({ count }) => count));
  const widest = Math.max(1, ...links.map(({ a, b }) => Math.abs(a - b)));
  const out = rtl ? -1 : 1;

  // Beside the upper of its two names, the strongest next to it.
  const hung = parties.map(() => 0);
  const ties = links.map(({ a, b, count }): Tie => {
    const [upper, lower] = [Math.min(a, b), Math.max(a, b)];
    hung[upper]! += 1;
    const reach = Math.max(16, Math.min(room, room * Math.sqrt((lower - upper) / widest)));
    const ry = (yOf(lower) - yOf(upper)) / 2;
    const stroke = 1 + 6 * (count / strongest);
    // A half of an ellipse from the upper dot out and back to the lower.
    const d = `M${dots} ${yOf(upper)}A${round(reach)} ${ry} 0 0 ${out < 0 ? 0 : 1} ${dots} ${yOf(lower)}`;
    return {
      key: `${keyOf(parties[a]!)}\n${keyOf(parties[b]!)}`,
      name: `${speech.list([a, b].map((end) => isolated(parties[end]!.value)))}: ${speech.articles(count)}`,
      picks: [pickOf(parties[a]!), pickOf(parties[b]!)],
      at: [out * hung[upper]!, upper],
      of: [keyOf(parties[a]!), keyOf(parties[b]!)],
      shape: { kind: 'path', d, ink: 'edge', stroke: round(stroke) },
    };
  });

  const marks = parties.map((party, row): Mark => {
    const y = yOf(row);
    const r = 3.5 + 6 * Math.sqrt(party.count / most);
    const ink = (party.kind === 'tag' ? colourOf(party.value) : undefined) ?? kindInks[party.kind];
    const beside = links
      .filter(({ a, b }) => a === row || b === row)
      .slice(0, TOLD)
      .map(({ a, b, count }) => `${isolated(parties[a === row ? b : a]!.value)} ${speech.number(count)}`);
    const text = fitting(party.value, names - counts - 40, SIZE);
    return {
      key: keyOf(party),
      name: `${words.kinds[party.kind]} ${isolated(party.value)}: ${speech.articles(party.count)} — ${words.together} ${speech.list(beside)}`,
      pick: pickOf(party),
      box: { x: rtl ? dots - 14 : 0, y: y - LINE / 2, width: names + 14, height: LINE },
      at: [0, row],
      shapes: [
        dot(party.kind, dots, y, r, ink),
        { kind: 'text', x: dots - out * 18, y: y + 5, text, side: rtl ? 'left' : 'right', size: SIZE, ink: 'ink' },
        {
          kind: 'text',
          x: rtl ? width - 4 : 4,
          y: y + 5,
          text: speech.number(party.count),
          side: rtl ? 'right' : 'left',
          size: 13,
          ink: 'soft',
        },
      ],
    };
  });
  const { title, description } = words;
  const tieRoom = { x: rtl ? 0 : dots + 16, y: 0, width: Math.max(0, (rtl ? dots : width - dots) - 16), height };
  return { width, height, direction, title, description, shapes: [], ties, tieRoom, marks };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Kinds are told apart by form as well as by colour. */
export function dot(kind: PartyKind, x: number, y: number, r: number, ink: Ink): Shape {
  if (kind === 'tag') return { kind: 'circle', x, y, r, ink };
  const half = round(r * 0.9);
  if (kind === 'source') return { kind: 'rect', x: x - half, y: y - half, width: half * 2, height: half * 2, ink };
  const tip = round(r * 1.15);
  return { kind: 'path', d: `M${x} ${y - tip}L${x + tip} ${y}L${x} ${y + tip}L${x - tip} ${y}Z`, ink };
}
