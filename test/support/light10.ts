// What Lucene's ArabicAnalyzer does to a word, as a yardstick: its normalisation (ArabicNormalizer) and its light10
// (ArabicStemmer), written anew from their documented rules. Not used by the product.

const marks = /[\u0640\u064b-\u0652]/g;

/** Alif with hamza or madda → ا, ى → ي, ة → ه; tatweel and tashkeel dropped; digits as ASCII. */
export function normalizeLikeLucene(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[آأإ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(marks, '');
}

const prefixes = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'];
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'];

/** One prefix, when it leaves two letters (و: three); then each suffix once, in order, when it leaves two. */
export function light10(normalized: string): string {
  let word = normalized;
  const prefix = prefixes.find((one) => word.startsWith(one) && word.length >= one.length + (one === 'و' ? 3 : 2));
  if (prefix !== undefined) word = word.slice(prefix.length);
  for (const suffix of suffixes) if (word.endsWith(suffix) && word.length >= suffix.length + 2) word = word.slice(0, -suffix.length);
  return word;
}
