// The pictures of a result: nothing is lost between the numbers and the shapes, and Arabic reads them from the right.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { PartyKind, Survey } from '#contract/survey.ts';
import type { Drawing, Mark, Shape, Speech } from '#renderer/seeing/drawing.ts';
import { fitting, setting, spotsOf, widthOf } from '#renderer/seeing/drawing.ts';
import { markBy } from '#renderer/seeing/nearest.ts';
import { lengthOf, linked, nearOrder, partyMap } from '#renderer/seeing/party-map.ts';
import { isPicked, toggle, toggleAll } from '#renderer/seeing/picks.ts';
import { roundSteps } from '#renderer/seeing/scale.ts';
import { PAPER, paperInks, svgFile } from '#renderer/seeing/svg-file.ts';
import { tagsOverTime } from '#renderer/seeing/tags-over-time.ts';
import { everySpan } from '#renderer/seeing/time-axis.ts';
import { inksFor, timeline } from '#renderer/seeing/timeline.ts';

const speechOf = (direction: 'rtl' | 'ltr'): Speech => ({
  direction,
  number: String,
  span: (at) => `<${at}>`,
  year: (at) => at.slice(0, 4),
  month: (at) => `شهر ${Number(at.slice(5))}`,
  articles: (count) => `${count} مقال`,
  list: (parts) => parts.join('، '),
});

const name = fc.oneof(
  fc.constantFrom('دول/روسيا', 'ليلى حدّاد', 'BBC عربي', 'Reuters', 'نفط', 'أ'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const small = fc.integer({ min: 0, max: 40 });

const ats = {
  month: fc
    .tuple(fc.integer({ min: 2010, max: 2013 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  year: fc.integer({ min: 1980, max: 2030 }).map(String),
  decade: fc.integer({ min: 150, max: 203 }).map((n) => `${n}0`),
};

const survey: fc.Arbitrary<Survey> = fc.constantFrom('month' as const, 'year' as const, 'decade' as const).chain((unit) =>
  fc.uniqueArray(ats[unit], { minLength: 1, maxLength: 20 }).chain((some) => {
    const at = some.toSorted();
    const rows = fc.uniqueArray(fc.record({ value: name, counts: fc.array(small, { minLength: at.length, maxLength: at.length }) }), {
      selector: ({ value }) => value,
      maxLength: 6,
    });
    const parties = fc.uniqueArray(
      fc.record({ kind: fc.constantFrom<PartyKind[]>('tag', 'author', 'source'), value: name, count: small }),
      {
        selector: ({ kind, value }) => kind + value,
        maxLength: 14,
      },
    );
    return fc
      .tuple(
        rows,
        rows,
        fc.array(small, { minLength: at.length, maxLength: at.length }),
        parties,
        fc.array(fc.tuple(fc.nat(13), fc.nat(13), small)),
      )
      .map(([sources, tags, others, people, pairs]): Survey => {
        const counted = (all: typeof sources) => all.map((row) => ({ ...row, count: row.counts.reduce((sum, n) => sum + n, 0) }));
        const links = new Map(
          pairs
            .filter(([a, b, count]) => a < b && b < people.length && count > 0)
            .map(([a, b, count]) => [`${a} ${b}`, { a, b, count }] as const),
        );
        const spans = at.map((one, n) => ({ at: one, count: others[n]! + sources.reduce((sum, { counts }) => sum + counts[n]!, 0) }));
        const total = spans.reduce((sum, { count }) => sum + count, 0);
        return {
          total,
          undated: 0,
          yearOnly: 0,
          unit,
          spans,
          sources: counted(sources),
          tags: counted(tags),
          parties: people,
          links: [...links.values()],
        };
      });
  }),
);
const width = fc.integer({ min: 360, max: 1400 });
const words = { title: 'عنوان', description: 'وصف', others: 'غيرها' };
const mapWords = { ...words, kinds: { tag: 'الوسم', author: 'الكاتب', source: 'المصدر' }, together: 'مع' };
const every: ReadonlySet<PartyKind> = new Set(['tag', 'author', 'source']);
const noColour = () => undefined;

const drawings = (of: Survey, wide: number, direction: 'rtl' | 'ltr'): Drawing[] => [
  timeline(of, { width: wide, height: 300 }, words, inksFor(of.sources, new Map()), speechOf(direction)),
  tagsOverTime(of, { width: wide }, words, speechOf(direction), noColour),
  partyMap(of, every, { width: wide }, mapWords, speechOf(direction), noColour),
];

/** From left to right. */
function reach(shape: Shape, direction: 'rtl' | 'ltr'): [number, number] {
  if (shape.kind === 'rect') return [shape.x, shape.x + shape.width];
  if (shape.kind === 'circle') return [shape.x - shape.r, shape.x + shape.r];
  if (shape.kind === 'path') return [0, 0];
  const wide = widthOf(shape.text, shape.size);
  const { anchor, direction: own } = setting(shape, direction);
  if (anchor === 'middle') return [shape.x - wide / 2, shape.x + wide / 2];
  return (anchor === 'start') === (own === 'rtl') ? [shape.x - wide, shape.x] : [shape.x, shape.x + wide];
}

test('every span between the first and the last is there once, in order', () => {
  fc.assert(
    fc.property(survey, (of) => {
      const all = everySpan(of);
      expect(all).toEqual([...new Set(all)].toSorted());
      expect([all[0], all.at(-1)]).toEqual([of.spans[0]!.at, of.spans.at(-1)!.at]);
      for (const { at } of of.spans) expect(all).toContain(at);
      const number = (at: string): number => (of.unit === 'month' ? Number(at.slice(0, 4)) * 12 + Number(at.slice(5)) : Number(at));
      for (let n = 1; n < all.length; n++) expect(number(all[n]!) - number(all[n - 1]!)).toBe(of.unit === 'decade' ? 10 : 1);
    }),
  );
});

test('bars are as tall as what they count, and as many as the spans that have some', () => {
  fc.assert(
    fc.property(survey, width, fc.constantFrom('rtl', 'ltr'), (of, wide, direction) => {
      const { marks } = timeline(of, { width: wide, height: 300 }, words, inksFor(of.sources, new Map()), speechOf(direction));
      expect(marks.map(({ key }) => key)).toEqual(of.spans.map(({ at }) => at));
      const tall = ({ shapes }: Mark): number => {
        const rects = shapes.filter((shape) => shape.kind === 'rect');
        return rects.length === 0 ? 0 : Math.max(...rects.map(({ y, height }) => y + height)) - Math.min(...rects.map(({ y }) => y));
      };
      const most = Math.max(...of.spans.map(({ count }) => count));
      const tallest = Math.max(...marks.map(tall));
      for (const [n, mark] of marks.entries()) {
        const { count } = of.spans[n]!;
        // A seam of a pixel parts the last from the line that it stands on.
        if (most > 0) expect(Math.abs(tall(mark) - (count / most) * tallest)).toBeLessThanOrEqual(2);
        expect(mark.name).toContain(`${count} مقال`);
      }
    }),
  );
});

test('Arabic has what English has, from the right', () => {
  fc.assert(
    fc.property(survey, width, (of, wide) => {
      const [arabic, english] = [drawings(of, wide, 'rtl'), drawings(of, wide, 'ltr')];
      for (const [n, drawing] of arabic.entries()) {
        const other = english[n]!;
        expect([drawing.width, drawing.height]).toEqual([other.width, other.height]);
        expect(drawing.marks.map(({ key }) => key)).toEqual(other.marks.map(({ key }) => key));
        for (const [at, { box }] of drawing.marks.entries()) {
          expect(box.x).toBeCloseTo(other.width - other.marks[at]!.box.x - other.marks[at]!.box.width, 5);
          expect(box.y).toBe(other.marks[at]!.box.y);
        }
      }
    }),
  );
});

test('nothing is drawn outside of the picture, and no two marks take one place', () => {
  fc.assert(
    fc.property(survey, width, fc.constantFrom('rtl', 'ltr'), (of, wide, direction) => {
      for (const { width: whole, height, shapes, marks } of drawings(of, wide, direction)) {
        for (const shape of [...shapes, ...marks.flatMap((mark) => mark.shapes)]) {
          const [from, to] = reach(shape, direction);
          expect(from).toBeGreaterThanOrEqual(-1);
          expect(to).toBeLessThanOrEqual(whole + 1);
          if (shape.kind !== 'path') expect(shape.y).toBeLessThanOrEqual(height);
        }
        const boxes = marks.map(({ box }) => box).toSorted((a, b) => a.y - b.y || a.x - b.x);
        for (let n = 1; n < boxes.length; n++) {
          const [before, after] = [boxes[n - 1]!, boxes[n]!];
          expect(after.y >= before.y + before.height - 0.01 || after.x >= before.x + before.width - 0.01).toBe(true);
        }
      }
    }),
  );
});

test('every mark can be reached by the arrow keys', () => {
  fc.assert(
    fc.property(survey, width, fc.constantFrom('rtl', 'ltr'), (of, wide, direction) => {
      for (const { marks } of drawings(of, wide, direction)) {
        const met = new Set([0]);
        for (const from of met) {
          for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
            const to = markBy(key, from, marks);
            if (to !== undefined && to >= 0) met.add(to);
          }
        }
        expect([...met].filter((at) => at < marks.length)).toHaveLength(marks.length);
      }
    }),
    { numRuns: 40 },
  );
});

test('the map is the same each time, no longer than the order it was given, and has a line for each link', () => {
  fc.assert(
    fc.property(survey, (of) => {
      const order = nearOrder(of.parties.length, of.links);
      expect(order.toSorted((a, b) => a - b)).toEqual(of.parties.map((_, n) => n));
      expect(lengthOf(order, of.links)).toBeLessThanOrEqual(lengthOf([...of.parties.keys()], of.links));
      const drawing = partyMap(of, every, { width: 700 }, mapWords, speechOf('rtl'), noColour);
      expect(drawing).toEqual(partyMap(of, every, { width: 700 }, mapWords, speechOf('rtl'), noColour));
      expect(drawing.ties).toHaveLength(of.links.length);
      const keys = new Set(drawing.marks.map(({ key }) => key));
      for (const { of: ends } of drawing.ties) for (const end of ends) expect(keys.has(end)).toBe(true);
      // Each line is reached by the keys from the upper of its names, and stands for both.
      const spots = spotsOf(drawing);
      for (const [n, tie] of drawing.ties.entries()) {
        let at = tie.at[1];
        for (let step = 0; step < -tie.at[0]; step++) at = markBy('ArrowLeft', at, spots)!;
        expect(spots[at]).toBe(drawing.ties[n]);
        expect(tie.of).toContain(drawing.marks[tie.at[1]]!.key);
        const p = new URLSearchParams();
        toggleAll(p, tie.picks);
        for (const one of drawing.marks) expect(isPicked(p, one.pick)).toBe(tie.of.includes(one.key));
        toggleAll(p, tie.picks);
        expect(p.toString()).toBe('');
      }
      const tags = linked(of, new Set(['tag']));
      expect(tags.parties.every(({ kind }) => kind === 'tag')).toBe(true);
      for (const { a, b } of tags.links) expect(tags.parties[a] && tags.parties[b]).toBeDefined();
    }),
  );
});

test('a source keeps its colour while the result is narrowed', () => {
  const sources = fc.uniqueArray(name, { maxLength: 6 });
  fc.assert(
    fc.property(sources, sources, (first, second) => {
      const of = (names: readonly string[]) => names.map((value) => ({ value }));
      const before = inksFor(of(first), new Map());
      const after = inksFor(of(second), before);
      for (const one of first) expect(after.get(one)).toBe(before.get(one));
      for (const one of second) expect(after.get(one)).toBeDefined();
      expect(new Set(first.map((one) => before.get(one))).size).toBe(first.length);
    }),
  );
});

test('what is picked is in the address, and picked again it is gone', () => {
  const pick = fc.record(
    {
      tag: name,
      source: name,
      author: fc.constantFrom('ليلى حدّاد', 'A "B" C'),
      time: fc.constantFrom({ from: '2013', to: '2013' }, { from: '2013-05', to: '2013-05' }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(pick, fc.constantFrom('', 'q=نفط', 'q=نفط&tag=دول&state=trashed', 'from=2011&to=2012'), (what, search) => {
      const p = new URLSearchParams(search);
      fc.pre(Object.keys(what).length > 0 && !isPicked(p, what));
      toggle(p, what);
      expect(isPicked(p, what)).toBe(true);
      if (search.includes('q=')) expect(p.get('q')).toContain('نفط');
      toggle(p, what);
      expect(isPicked(p, what)).toBe(false);
      const expected = new URLSearchParams(search);
      if (what.time) for (const key of ['from', 'to']) expected.delete(key);
      expect(p.toString()).toBe(expected.toString());
    }),
  );
});

test('steps of an axis are round, equal, and reach what they measure', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (most) => {
      const steps = roundSteps(most);
      expect(steps[0]).toBe(0);
      expect(steps.at(-1)).toBeGreaterThanOrEqual(most);
      expect(steps.length).toBeLessThanOrEqual(5);
      expect(String(steps[1])).toMatch(/^[125]0*$/);
      for (let n = 1; n < steps.length; n++) expect(steps[n]! - steps[n - 1]!).toBe(steps[1]);
    }),
  );
});

test('a name is shown whole, or as much of its beginning as there is room for', () => {
  fc.assert(
    fc.property(name, fc.integer({ min: 30, max: 300 }), (text, room) => {
      const shown = fitting(text, room, 14);
      if (shown === text) return;
      expect(shown.endsWith('…')).toBe(true);
      expect(text.startsWith(shown.slice(0, -1))).toBe(true);
    }),
  );
});

const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

test('a saved picture stands alone: read back it has every name, in letters that XML has', () => {
  fc.assert(
    fc.property(survey, (of) => {
      for (const drawing of drawings(of, 700, 'rtl')) {
        const text = svgFile(drawing, 'ar', [{ name: '<مصدر> & "آخر"', ink: 'blue' }]);
        expect(text).not.toMatch(notXml);
        expect(text).not.toMatch(/var\(|class=|href=/);
        const titles: string[] = [];
        let [open, deep, inTitle] = [0, 0, false];
        const parser = new Parser(
          {
            onopentag: (tag) => {
              deep = Math.max(deep, ++open);
              inTitle = tag === 'title';
              if (inTitle) titles.push('');
            },
            ontext: (part) => {
              if (inTitle) titles[titles.length - 1] += part;
            },
            onclosetag: () => {
              open--;
              inTitle = false;
            },
          },
          { xmlMode: true, decodeEntities: true },
        );
        parser.end(text);
        expect([open, deep > 2]).toEqual([0, true]);
        expect(titles).toEqual([drawing.title, ...drawing.marks.map((mark) => mark.name.replaceAll(notXml, ''))]);
        expect(text).toContain('font-family="\'IBM Plex Sans Arabic');
      }
    }),
    { numRuns: 40 },
  );
});

test('colours on paper are those of the light theme', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../src/renderer/tokens.css'), 'utf8');
  const light = tokens.slice(0, tokens.indexOf('data-theme="dark"'));
  expect(/--sheet: (#\w+);/.exec(light)?.[1]).toBe(PAPER);
  for (const [ink, colour] of Object.entries(paperInks)) {
    const own = new RegExp(`--${ink}: (#\\w+);`).exec(light) ?? new RegExp(`data-colour="${ink}"\\] \\{\\s+--dot: (#\\w+);`).exec(tokens);
    expect(own?.[1], ink).toBe(colour);
  }
});
