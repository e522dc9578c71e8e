// What is written on a text stays on its words while the text around them is edited, and undoing gives back the text with its places.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Annotation, type NewAnnotation, newAnnotationSchema } from '#contract/annotation.ts';
import { anchorOf, textOfField } from '#contract/annotation-text.ts';
import type { Item } from '#contract/item.ts';
import { placeOf, reanchored, withAnnotation } from '#core/catalog/annotations.ts';
import { applyChange, patchOf } from '#core/catalog/change.ts';
import { partOf, stepped } from '#core/catalog/step.ts';
import { locate, quoteAt } from '#text/anchor.ts';

const word = fc.constantFrom(
  'بوتين',
  'في',
  'طهران',
  'قال',
  'إن',
  'العلاقات',
  'الروسية',
  'الإيرانية',
  'كبير',
  '😀',
  'Reuters',
  'مُسْتَشار',
  '٢٠٢٤',
);
const passage = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const blocks = (text: string) => text.split('\n').map((one) => ({ kind: 'paragraph' as const, text: one }));
const item = (text: string): Item => ({
  schema: 1,
  id: '00000000-0000-7000-8000-000000000000',
  revision: 1,
  state: 'active',
  title: 'عنوان',
  body: blocks(text),
  language: 'ar',
  dates: {},
  creators: [],
  tags: [],
  collections: [],
  notes: '',
  files: [],
});
const made = { id: 'one', at: '2026-01-01T00:00:00.000Z' };
const asked = (some: Partial<NewAnnotation>): NewAnnotation =>
  newAnnotationSchema.parse({ id: 'x', motivation: 'commenting', value: 'ملاحظة', exact: '', ...some });
const quoted = ({ annotations, ...rest }: Item): string | undefined => {
  const [one] = annotations as [Annotation];
  const place = placeOf(textOfField(rest as Item, 'body'), one);
  return place && textOfField(rest as Item, 'body').slice(place.start, place.end);
};

test('edits elsewhere, one after another, leave a note on its words', () => {
  fc.assert(
    fc.property(
      passage,
      passage,
      fc.array(fc.record({ behind: fc.boolean(), at: fc.nat(), gone: fc.nat({ max: 40 }), by: passage, line: fc.boolean() }), {
        maxLength: 12,
      }),
      (before, after, edits) => {
        // Of letters that the edits do not have, so that where it stands is beyond doubt.
        const exact = 'ضظغ ثخذ';
        let now = withAnnotation(item(`${before} ${exact} ${after}`), asked({ exact }), made);
        for (const { behind, at, gone, by, line } of edits) {
          const text = textOfField(now, 'body');
          const place = text.indexOf(exact);
          const [from, to] = behind ? [place + exact.length, text.length] : [0, place];
          const start = from + (at % (to - from + 1));
          const end = Math.min(to, start + gone);
          const next = text.slice(0, start) + by + (line ? '\n' : '') + text.slice(end);
          now = reanchored(now, { ...now, body: blocks(next), revision: now.revision + 1 });
          const anchor = anchorOf(now.annotations![0]!);
          expect(next.slice(anchor.start, anchor.end)).toBe(exact);
          expect(next).toContain(anchor.prefix + exact + anchor.suffix);
        }
      },
    ),
  );
});

test('among many of the same words the right one is kept, whatever single edit is made elsewhere', () => {
  fc.assert(
    fc.property(passage, passage, passage, fc.nat(), fc.nat({ max: 30 }), (before, after, by, at, gone) => {
      const exact = 'قال بوتين';
      const text = `${before} ${exact} ${after}`;
      const start = before.length + 1;
      const end = start + exact.length;
      const noted = withAnnotation(item(text), asked({ exact, start }), made);
      const cut = at % (text.length + 1);
      const until = Math.min(text.length, cut + gone);
      fc.pre(until <= start || cut >= end);
      const next = text.slice(0, cut) + by + text.slice(until);
      const kept = reanchored(noted, { ...noted, body: blocks(next), revision: 2 });
      const anchor = anchorOf(kept.annotations![0]!);
      expect(next.slice(anchor.start, anchor.end)).toBe(exact);
      // The words before it and behind it are those that were.
      const shift = next.length - text.length;
      expect([start, start + shift]).toContain(anchor.start);
    }),
  );
});

test('several edits in one act leave it on its words too', () => {
  fc.assert(
    fc.property(passage, passage, passage, passage, (before, after, otherBefore, otherAfter) => {
      const exact = 'ضظغ ثخذ';
      const noted = withAnnotation(item(`${before} ${exact} ${after}`), asked({ exact }), made);
      const next = `${otherBefore} ${exact} ${otherAfter}`;
      const kept = reanchored(noted, { ...noted, body: blocks(next), revision: 2 });
      expect(quoted(kept)).toBe(exact);
      expect(anchorOf(kept.annotations![0]!).start).toBe(next.indexOf(exact));
    }),
  );
});

test('an edit inside makes the note hold it; an edit of all of it makes an orphan, which nothing drops', () => {
  const text = 'التقى المستشار كبير مساعدي الرئيس في موسكو';
  const noted = withAnnotation(item(text), asked({ exact: 'كبير مساعدي الرئيس' }), made);
  const inside = reanchored(noted, { ...noted, body: blocks(text.replace('مساعدي', 'معاوني')), revision: 2 });
  expect(quoted(inside)).toBe('كبير معاوني الرئيس');
  const gone = reanchored(noted, { ...noted, body: blocks('كلام آخر تمامًا عن الأمطار'), revision: 2 });
  expect(gone.annotations).toEqual(noted.annotations);
  expect(quoted(gone)).toBeUndefined();
});

test('a correction does not follow its words into their corrected spelling', () => {
  const text = 'بحث معه تعزير العلاقات';
  const marked = withAnnotation(item(text), asked({ exact: 'تعزير', motivation: 'editing', value: 'تعزيز' }), made);
  const corrected = reanchored(marked, { ...marked, body: blocks(text.replace('تعزير', 'تعزيز')), revision: 2 });
  expect(quoted(corrected)).toBeUndefined();
  expect(corrected.annotations).toHaveLength(1);
});

test('a quote is found in another spelling, and a short one only where its surroundings are', () => {
  const was = 'قال إلى أحمد في المدينة الكبيرة إنه سيعود';
  const start = was.indexOf('في');
  const anchor = { start, end: start + 2, ...quoteAt(was, { start, end: start + 2 }) };
  const respelt = 'قَالَ الى احمد في المدينه الكبيره انه سيعود';
  const found = locate(`مقدمة طويلة جديدة في أول النص. ${respelt}`, anchor, { folded: true })!;
  expect(`مقدمة طويلة جديدة في أول النص. ${respelt}`.slice(found.start, found.end)).toBe('في');
  expect(found.start).toBeGreaterThan(40);
  expect(locate('نزل المطر في الشمال', anchor, { folded: true })).toBeUndefined();
  const vowelled = 'ثم سافَرَ الوفْدُ إلى مُوسْكو';
  const place = locate(vowelled, { start: 0, end: 0, exact: 'سافر الوفد', prefix: '', suffix: '' }, { folded: true })!;
  expect(vowelled.slice(place.start, place.end)).toBe('سافَرَ الوفْدُ');
});

test('undo gives back text, notes and places as they were', () => {
  fc.assert(
    fc.property(passage, passage, fc.nat(), (text, by, at) => {
      const noted = withAnnotation(item(`${text} ضظغ ثخذ ${text}`), asked({ exact: 'ضظغ ثخذ' }), made);
      const before = textOfField(noted, 'body');
      const cut = at % (before.length + 1);
      const edited = reanchored(noted, {
        ...noted,
        body: blocks(before.slice(0, cut) + by + before.slice(cut)),
        revision: noted.revision + 1,
      });
      const patch = patchOf(noted, edited);
      expect(applyChange(noted, patch)).toEqual(edited);
      const { item: back, kept } = stepped(edited, partOf(noted, patch), 'undo');
      expect(kept).toBe(false);
      expect({ ...back, revision: 0 }).toEqual({ ...noted, revision: 0 });
    }),
  );
});
