// A tag as it is kept: two that look the same are the same. Pure.

/** Bidi controls and what has no width; ZWNJ and ZWJ shape letters and stay. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

export const tagName = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r]/g, ' ')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .toWellFormed();
