import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { withAnnotation, withAnnotationEdited, withoutAnnotation } from '../catalog/annotations.ts';
import type { Services } from '../core.ts';
import { base } from './base.ts';

async function annotate({ archivist }: Services, id: string, change: (item: Item) => Item): Promise<Item> {
  const { items } = await archivist.change('annotate', [id], change);
  return items[0]!;
}

export const annotation = {
  create: base.annotation.create.handler(async ({ input, context: { services } }) => {
    const made = { id: services.newId(), at: services.clock().toISOString() };
    const item = await annotate(services, input.id, (before) => {
      if (input.revision !== undefined && input.revision !== before.revision) throw new Failure('item.conflict', { id: before.id });
      return withAnnotation(before, input, made);
    });
    return { item, annotation: made.id };
  }),
  edit: base.annotation.edit.handler(({ input, context: { services } }) =>
    annotate(services, input.id, (before) => withAnnotationEdited(before, input, services.clock().toISOString())),
  ),
  remove: base.annotation.remove.handler(({ input, context: { services } }) =>
    annotate(services, input.id, (before) => withoutAnnotation(before, input.annotation)),
  ),
};
