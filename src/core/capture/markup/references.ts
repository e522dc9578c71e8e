import { decodeHTMLStrict } from 'entities';

/** Editors' programs escape what is escaped already, and write references of HTML into data that has none. */
export const withoutReferences = (text: string): string => {
  const once = decodeHTMLStrict(text);
  return once === text ? text : decodeHTMLStrict(once);
};
