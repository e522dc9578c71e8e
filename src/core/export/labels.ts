import type { ExportOptions } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import { printAr } from '#i18n/print.ar.ts';
import { printEn } from '#i18n/print.en.ts';

/** The language of what is printed around an article: that which is asked for, else its own, else that of the whole. */
export function labelLanguage({ language }: Pick<Item, 'language'>, options: Pick<ExportOptions, 'language' | 'labels'>): 'ar' | 'en' {
  if (options.labels) return options.labels;
  return language === 'ar' || language === 'en' ? language : options.language;
}

export const labelsIn = (language: 'ar' | 'en') => (language === 'ar' ? printAr : printEn);
export const labelsFor = (...asked: Parameters<typeof labelLanguage>) => labelsIn(labelLanguage(...asked));
