import { archive } from './archive.ts';
import { base } from './base.ts';
import { capture } from './capture.ts';
import { exporting } from './export.ts';
import { item } from './item.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { tag } from './tag.ts';

export const createRouter = () => base.router({ archive, item, search, tag, capture, export: exporting, settings });
export type Router = ReturnType<typeof createRouter>;
