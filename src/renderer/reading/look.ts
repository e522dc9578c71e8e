// How the text of an article looks, by the settings, as custom properties of its element.
import type { CSSProperties } from 'react';
import type { Settings } from '#contract/settings.ts';

/** `scale`: faces of one size in points look of different sizes. */
const faces: Record<Settings['readFace'], { family: string; scale: number }> = {
  amiri: { family: '"Amiri"', scale: 1 },
  naskh: { family: '"Noto Naskh Arabic"', scale: 0.95 },
  kufi: { family: '"Noto Kufi Arabic"', scale: 0.82 },
  large: { family: '"Vazirmatn"', scale: 1.25 },
};
const leadings = { tight: 1.7, normal: 1.95, loose: 2.35 } as const;
/** In rem: about 45, 65 and 90 letters of the default size. */
const measures = { narrow: 36, normal: 46, wide: 62 } as const;

export function lookOf({ readFace, readSize, readLeading, readMeasure }: Settings): CSSProperties {
  const { family, scale } = faces[readFace];
  return {
    '--text-face': `${family}, "IBM Plex Sans Arabic", serif`,
    '--text-size': `${Math.round(readSize * scale * 10) / 10}px`,
    '--text-leading': String(leadings[readLeading]),
    '--measure': `${measures[readMeasure]}rem`,
  } as CSSProperties;
}
