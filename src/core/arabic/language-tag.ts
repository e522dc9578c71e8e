// Whether a text is a language tag: well-formed by RFC 5646, 2.1. Whether its parts are registered is not asked.
const variant = '(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})';
const language = '(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})';
const privateUse = 'x(?:-[a-z0-9]{1,8})+';
const langtag = `${language}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-${variant})*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-${privateUse})?`;
/** Registered before RFC 4646 and not of its syntax; regular ones are. */
const irregular = 'en-GB-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:BE-FR|BE-NL|CH-DE)';
const tag = new RegExp(`^(?:${langtag}|${privateUse}|${irregular})$`, 'i');

export const isLanguageTag = (text: string): boolean => tag.test(text);
