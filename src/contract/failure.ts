import * as z from 'zod';

/** An expected failure as plain data; the sentence of its code is in i18n. */
export const failureSchema = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });
