// Digit sets for reading and for showing.
const anyDigit = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** ٢٠٢٤ and ۲۰۲۴ as 2024. */
export const toLatinDigits = (text: string): string => text.replace(anyDigit, (digit) => String(digit.charCodeAt(0) & 0xf));

/** 2024 as ٢٠٢٤. */
export const toArabicDigits = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

export const showDigits = (text: string, digits: 'arab' | 'latn'): string =>
  digits === 'arab' ? toArabicDigits(text) : toLatinDigits(text);
