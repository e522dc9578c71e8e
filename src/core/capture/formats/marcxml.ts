// MARCXML: the fields of MARC 21 as elements.
import { decodeDeclared } from '../declared.ts';
import { draftOfMarc, type Field } from '../marc.ts';
import { attributeOf, childrenOf, descendantsOf, parseXml, textOf } from '../markup/xml.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decodeDeclared(bytes, path, encoding);
  return descendantsOf(parseXml(text), 'record').map((record, i) => {
    const fields = [
      ...childrenOf(record, 'controlfield').map(
        (field): Field => ({ tag: attributeOf(field, 'tag') ?? '', value: textOf(field), subfields: [] }),
      ),
      ...childrenOf(record, 'datafield').map(
        (field): Field => ({
          tag: attributeOf(field, 'tag') ?? '',
          subfields: childrenOf(field, 'subfield').map((one) => [attributeOf(one, 'code') ?? '', textOf(one)] as const),
        }),
      ),
    ];
    return { ...draftOfMarc(fields), part: String(i + 1), encoding: found };
  });
};
