// The Shaper over HarfBuzz: words are shaped once and remembered.
import { Blob as FontBlob, Buffer as GlyphBuffer, BufferFlag, Direction, Face, Font, GlyphFlag, shape } from 'harfbuzzjs';
import type { Cluster, ShapedRun, Shaper, Shaping, Stretch } from './shape.types.ts';
import { shapedRun } from './shaped-run.ts';

const CACHE_WORDS = 20_000;
const TATWEEL = '\u0640';

export function harfbuzzShaper(bytes: Uint8Array, unitsPerEm: number): Shaper {
  const font = new Font(new Face(new FontBlob(new Uint8Array(bytes))));
  const buffer = new GlyphBuffer();
  const shapes = new Cache<ShapedRun>();
  const places = new Cache<readonly number[]>();

  function run(text: string, { rtl, language, script, before, after }: Shaping, flags: number): void {
    buffer.reset();
    buffer.addText(`${before}${text}${after}`, before.length, text.length);
    buffer.setDirection(rtl ? Direction.RTL : Direction.LTR);
    buffer.setScript(script);
    buffer.setLanguage(language);
    buffer.setFlags(flags);
    shape(font, buffer);
  }

  function unremembered(text: string, shaping: Shaping): ShapedRun {
    run(text, shaping, BufferFlag.DEFAULT);
    return runOf(text, shaping.before.length, []);
  }

  const shaped = (text: string, shaping: Shaping): ShapedRun => shapes.get(shaping, text, () => unremembered(text, shaping));

  return {
    unitsPerEm,
    shape: shaped,
    space: (before, after, shaping) =>
      shapes.get(shaping, `${before} ${after}`, () => {
        const one = shaped(before, shaping.after === '' ? shaping : { ...shaping, after: '' });
        const other = shaped(after, shaping.before === '' ? shaping : { ...shaping, before: '' });
        const both = unremembered(`${before} ${after}`, shaping);
        const advance = both.advance - one.advance - other.advance;
        // Faces may take from the advance of the letter at its side: the space stands where they put it, by as much narrower.
        const at = both.clusters.findIndex(({ text }) => text === ' ');
        const moved = both.clusters.slice(0, at).reduce((sum, cluster) => sum + cluster.advance, -other.advance);
        const glyphs = (both.clusters[at]?.glyphs ?? []).map(([gid, dx, dy]) => [gid, dx + moved, dy] as const);
        return shapedRun([{ glyphs, advance, text: ' ' }], advance, true);
      }),
    stretchable: (text, shaping) =>
      places.get(shaping, text, () => {
        run(text, shaping, BufferFlag.PRODUCE_SAFE_TO_INSERT_TATWEEL);
        const safe = buffer.getGlyphInfos().filter(({ flags }) => (flags & GlyphFlag.SAFE_TO_INSERT_TATWEEL) !== 0);
        return safe.map(({ cluster }) => cluster - shaping.before.length);
      }),
    stretched: (text, shaping, stretches) =>
      shapes.get(shaping, `${text}|${stretches.map(({ at, count }) => `${at}+${count}`).join()}`, () => {
        let longer = text;
        for (const { at, count } of stretches.toSorted((a, b) => b.at - a.at)) {
          longer = longer.slice(0, at) + TATWEEL.repeat(count) + longer.slice(at);
        }
        run(longer, shaping, BufferFlag.DEFAULT);
        return runOf(text, shaping.before.length, stretches);
      }),
  };

  /** What the buffer holds, as clusters of `text`. */
  function runOf(text: string, offset: number, stretches: readonly Stretch[]): ShapedRun {
    const positions = buffer.getGlyphPositions();
    const clusters: (Cluster & { start: number })[] = [];
    let advance = 0;
    /** Strokes drawn out, seen before the letter that they lengthen. */
    let strokes: { glyphs: Cluster['glyphs']; advance: number } | undefined;
    let seen = -1;
    buffer.getGlyphInfos().forEach(({ codepoint, cluster: place }, at) => {
      const { xAdvance, xOffset, yOffset } = positions[at] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
      const start = originalIndex(place - offset, stretches);
      let target: Pick<Cluster, 'glyphs' | 'advance'>;
      if (start === undefined) target = strokes ??= { glyphs: [], advance: 0 };
      else if (place === seen) target = clusters.at(-1)!;
      else {
        clusters.push({ start, glyphs: strokes?.glyphs ?? [], advance: strokes?.advance ?? 0, text: '' });
        strokes = undefined;
        target = clusters.at(-1)!;
      }
      seen = place;
      target.glyphs.push([codepoint, target.advance + xOffset, yOffset]);
      target.advance += xAdvance;
      advance += xAdvance;
    });
    const logical = [...clusters].sort((a, b) => a.start - b.start);
    for (const [at, cluster] of logical.entries()) cluster.text = text.slice(cluster.start, logical[at + 1]?.start ?? text.length);
    const whole = !clusters.some(({ glyphs }) => glyphs.some(([gid]) => gid === 0));
    return shapedRun(clusters, advance, whole);
  }
}

/** Where a unit of the lengthened text stood before; nowhere, if it was put in. */
function originalIndex(place: number, stretches: readonly Stretch[]): number | undefined {
  let index = place;
  for (const { at, count } of stretches) {
    if (index < at) break;
    if (index < at + count) return undefined;
    index -= count;
  }
  return index;
}

/** Words by what else their shapes depend on, which is mostly the same. */
class Cache<T> {
  readonly #kinds = new Map<string, Map<string, T>>();
  #last: { shaping: Shaping; words: Map<string, T> } | undefined;
  #size = 0;

  get(shaping: Shaping, word: string, make: () => T): T {
    const words = this.#last && alike(this.#last.shaping, shaping) ? this.#last.words : this.#kind(shaping);
    let found = words.get(word);
    if (found === undefined) {
      found = make();
      if (++this.#size > CACHE_WORDS) this.#clear();
      else words.set(word, found);
    }
    return found;
  }

  #kind(shaping: Shaping): Map<string, T> {
    const { rtl, language, script, before, after } = shaping;
    const key = `${rtl ? 'R' : 'L'}${script}${language}|${before}|${after}`;
    let words = this.#kinds.get(key);
    if (!words) this.#kinds.set(key, (words = new Map()));
    this.#last = { shaping, words };
    return words;
  }

  #clear(): void {
    this.#kinds.clear();
    this.#last = undefined;
    this.#size = 0;
  }
}

const alike = (a: Shaping, b: Shaping): boolean =>
  a === b || (a.rtl === b.rtl && a.script === b.script && a.language === b.language && a.before === b.before && a.after === b.after);
