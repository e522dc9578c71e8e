import { type Item, itemSchema } from '#contract/item.ts';

/** An article of one picture. */
export const pictureItem = (mediaType: string, alt?: string): Item =>
  itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000009',
    revision: 1,
    state: 'active',
    title: 'صورة',
    body: [{ kind: 'picture', text: '', picture: { sha256: 'ab'.repeat(32), mediaType, ...(alt === undefined ? {} : { alt }) } }],
    language: 'ar',
    dates: {},
  });
