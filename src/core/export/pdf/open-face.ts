// A face with its companions, for shaping and for drawing: they write as one.
import { placeOf, withCompanions } from '#core/typeset/companions.ts';
import { harfbuzzShaper } from '#core/typeset/harfbuzz.ts';
import type { Shaper, Shaping } from '#core/typeset/shape.types.ts';
import { codeBox, type Digit } from './code-box.ts';
import { glyphOf, outlineOf, transformed } from './outline.ts';
import { readTrueType, type TrueType } from './true-type.ts';

export type OpenFace = { face: TrueType; shaper: Shaper };

/** Companions are opened when something is first looked for in them. Throws if the first is not TrueType. */
export function openFace(first: Uint8Array, companions: readonly Uint8Array[]): OpenFace {
  const faces = [first, ...companions].map(readTrueType) as [TrueType, ...TrueType[]];
  const [face, ...others] = faces;
  const shapers = companions.map((bytes, at) => lazyShaper(bytes, others[at]!.unitsPerEm));
  return { face: combined(faces, shapers), shaper: withCompanions(harfbuzzShaper(first, face.unitsPerEm), shapers) };
}

function lazyShaper(bytes: Uint8Array, unitsPerEm: number): Shaper {
  let made: Shaper | undefined;
  const open = (): Shaper => (made ??= harfbuzzShaper(bytes, unitsPerEm));
  return {
    unitsPerEm,
    shape: (...about) => open().shape(...about),
    space: (...about) => open().space(...about),
    stretchable: (...about) => open().stretchable(...about),
    stretched: (...about) => open().stretched(...about),
  };
}

/** The first face, with the glyphs of the others and the boxes drawn in its units. */
function combined(faces: readonly [TrueType, ...TrueType[]], shapers: readonly Shaper[]): TrueType {
  const [first] = faces;
  const drawn = new Map<number, Buffer>();
  let digits: Map<string, Digit> | undefined;
  const draw = (gid: number): Buffer => {
    const place = placeOf(gid);
    if ('codePoint' in place) return glyphOf(codeBox(place.codePoint, (digits ??= digitsOf(faces, shapers)), first.unitsPerEm));
    const face = faces[place.companion] ?? first;
    const scale = first.unitsPerEm / face.unitsPerEm;
    return glyphOf(transformed(outlineOf(face, place.gid), (x, y) => [x * scale, y * scale]));
  };
  const own = (gid: number): boolean => {
    const place = placeOf(gid);
    return 'gid' in place && place.companion === 0;
  };
  return {
    ...first,
    glyph: (gid) => {
      if (own(gid)) return first.glyph(gid);
      let glyph = drawn.get(gid);
      if (!glyph) drawn.set(gid, (glyph = draw(gid)));
      return glyph;
    },
    // Glyphs of others are only ever parts of clusters, which bring their advance.
    advance: (gid) => (own(gid) ? first.advance(gid) : 0),
    bearing: (gid) => (own(gid) ? first.bearing(gid) : 0),
  };
}

const latin: Shaping = { rtl: false, language: 'en', script: 'Latn', before: '', after: '' };

/** From the first companion that has them, drawn for an em of one. */
function digitsOf([, ...companions]: readonly TrueType[], shapers: readonly Shaper[]): Map<string, Digit> {
  const [face, shaper] = [companions[0], shapers[0]];
  if (!face || !shaper) return new Map();
  const em = face.unitsPerEm;
  return new Map(
    [...'0123456789ABCDEF'].map((sign) => {
      const run = shaper.shape(sign, latin);
      const outline = transformed(outlineOf(face, run.clusters[0]?.glyphs[0]?.[0] ?? 0), (x, y) => [x / em, y / em]);
      const height = Math.max(0.1, ...outline.flat().map(({ y }) => y));
      return [sign, { outline, height, advance: run.advance / em }];
    }),
  );
}
