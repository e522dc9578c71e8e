// Names that sites give to the parts of a page around its article. Data: matched against classes and ids.
const words = (...names: string[]): RegExp => new RegExp(`(?:^|[\\s_-])(?:${names.join('|')})(?:$|[\\s_-])`, 'i');

export const furnitureNames = words(
  'share',
  'sharing',
  'share-?bar',
  'share-?buttons?',
  'socials?',
  'social-?(?:media|links|icons|share)',
  'addthis\\S*',
  'sharethis\\S*',
  'a2a\\S*',
  'print',
  'breadcrumbs?',
  'pagination',
  'pager',
  'toolbar',
  'newsletters?',
  'subscribe',
  'cookies?',
  'captcha',
  'rating',
  'advert\\S*',
  'ads?',
  'ad-?(?:box|banner|slot|unit|container)',
  'banner',
  'sponsor\\S*',
  'taboola\\S*',
  'outbrain\\S*',
);

export const outsideNames = words(
  'comments?',
  'comment-?(?:form|list|respond)',
  'disqus\\S*',
  'related',
  'related-?(?:posts?|news|articles?|content)',
  'read-?more',
  'more-?news',
  'most-?(?:read|viewed|popular)',
  'recommended',
  'menu',
  'navbar',
  'tags?-?(?:list|cloud)',
);

/** Over every page of a site, with the date of today. */
export const overheadNames = words(
  'top-?(?:bar|header|head|menu|nav|line|strip|info|date)',
  'header-?(?:top|bar|date)',
  'site-?header',
  'masthead',
  'clock',
  'today',
  'date-?(?:now|today)',
  '(?:current|today|now|live|server|page|site)-?date',
  'navbar',
  'menu',
);

/** Boxes that may be the article's own: they are when there is prose in them. */
export const boxNames = words('sidebar', 'side-?bar-?\\S*', 'widget', 'aside');
