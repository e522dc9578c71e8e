// Pages in the manner of outlets, and of the programs that write them, around one article that was written for this test.
export const paragraphs = [
  'أعلنت وزارة الزراعة والإصلاح الزراعي، اليوم الثلاثاء، بدء تنفيذ خطة لدعم مزارعي القمح في المحافظات الشمالية، تشمل توزيع البذار المحسن وتأجيل أقساط القروض المستحقة لعام كامل.',
  'وقال الوزير في مؤتمر صحفي عقده في مقر الوزارة إن المساحات المزروعة بلغت نحو 320 ألف هكتار، مقارنة بـ 275 ألفا في الموسم الماضي، مشيرا إلى أن الأمطار كانت أفضل من المتوقع.',
  'وأضاف أن اللجنة المختصة ستعقد اجتماعها المقبل الأسبوع القادم، لبحث أسعار الشراء من الفلاحين، داعيا المصارف إلى تسهيل فتح الحسابات في المناطق البعيدة عن مراكز المدن.',
  'من جهته، رأى الخبير الاقتصادي سمير الحلو أن الخطة "خطوة في الاتجاه الصحيح"، لكنها تحتاج إلى تمويل مستقر، وإلى شبكة نقل تصل الحقول بالصوامع قبل بداية الصيف.',
  'يذكر أن إنتاج البلاد من القمح تراجع خلال السنوات العشر الأخيرة إلى أقل من النصف، بسبب الجفاف وارتفاع أسعار الوقود والأسمدة، وفق بيانات منظمة الأغذية والزراعة.',
];
const P = paragraphs;
const T = 'وزارة الزراعة تطلق خطة لدعم مزارعي القمح في المحافظات الشمالية';
const p = (from = 0, to = P.length) =>
  P.slice(from, to)
    .map((one) => `<p>${one}</p>`)
    .join('\n');
const related = [
  'ارتفاع أسعار الخبز في العاصمة للمرة الثانية هذا العام',
  'مزارعون يشكون من نقص المحروقات قبل الحصاد',
  'اجتماع عربي لبحث الأمن الغذائي في عمّان',
];
/** What is to come out; `unwanted` stands on the page around the article. */
export type OutletPage = {
  name: string;
  html: string;
  title: string;
  published: string;
  updated?: string;
  creators?: string[];
  source?: string;
  unwanted?: (string | undefined)[];
};
export const outletPages: OutletPage[] = [
  {
    name: 'wordpress-newspaper-theme',
    title: T,
    published: '2023-03-14',
    updated: '2023-03-15',
    creators: ['رنا الخطيب'],
    source: 'صدى الشمال',
    unwanted: [related[0], 'اترك تعليقاً', 'لن يتم نشر عنوان بريدك', 'النشرة الإخبارية', 'رنا الخطيب صحفية'],
    html: `<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>${T} - صدى الشمال</title>
<meta property="og:locale" content="ar_AR"><meta property="og:type" content="article"><meta property="og:title" content="${T} - صدى الشمال"><meta property="og:site_name" content="صدى الشمال"><meta property="article:published_time" content="2023-03-14T09:12:44+00:00"><meta property="article:modified_time" content="2023-03-15T07:00:01+00:00"><meta name="author" content="رنا الخطيب">
<script type="application/ld+json" class="yoast-schema-graph">{"@context":"https://schema.org","@graph":[{"@type":"Article","@id":"https://sada.example/?p=1#article","isPartOf":{"@id":"https://sada.example/?p=1"},"author":{"name":"رنا الخطيب","@id":"https://sada.example/#/schema/person/1"},"headline":"${T}","datePublished":"2023-03-14T09:12:44+00:00","dateModified":"2023-03-15T07:00:01+00:00","keywords":["القمح","الزراعة"],"articleSection":["اقتصاد"]},{"@type":"WebPage","name":"${T} - صدى الشمال"}]}</script></head>
<body class="rtl single single-post"><div class="td-header-menu-wrap"><ul id="menu-main"><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li><li><a href="/e">اقتصاد</a></li><li><a href="/s">رياضة</a></li></ul></div>
<div class="td-main-content-wrap"><div class="td-container"><div class="td-crumb-container"><div class="entry-crumbs"><span><a href="/">الرئيسية</a></span> <i class="td-icon-right"></i> <span><a href="/e">اقتصاد</a></span> <i></i> <span>${T}</span></div></div>
<article class="post type-post"><div class="td-post-header"><ul class="td-category"><li><a href="/e">اقتصاد</a></li></ul><header class="td-post-title"><h1 class="entry-title">${T}</h1><p class="td-post-sub-title">تأجيل أقساط القروض وتوزيع البذار المحسن على صغار الفلاحين قبل نهاية الشهر الجاري</p><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">بواسطة</div> <a href="/a">رنا الخطيب</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2023-03-14T09:12:44+00:00">14 مارس، 2023</time></span><div class="td-post-views"><span class="td-nr-views-1">512</span></div></div></header></div>
<div class="td-post-sharing-top"><a href="#"><span>Facebook</span></a><a href="#">Twitter</a><a>WhatsApp</a></div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><img src="x.jpg" alt="حقل قمح"><figcaption class="wp-caption-text">حقل قمح في ريف الحسكة - أرشيف</figcaption></figure></div>${p()}<div class="td-a-rec td-a-rec-id-content_bottom"><span class="td-adspot-title">- إعلان -</span></div></div>
<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box"><li><span>الكلمات المفتاحية</span></li><li><a>القمح</a></li></ul></div><div class="td-block-row td-post-next-prev"><span>المقالة السابقة</span><a href="/x">${related[0]}</a><span>المقالة التالية</span><a href="/y">${related[1]}</a></div>
<div class="td-author-description-box author-box-wrap"><div class="td-author-name"><a>رنا الخطيب</a></div><div class="td-author-description">رنا الخطيب صحفية اقتصادية تكتب في الشأن الزراعي منذ عام 2010، وعملت مراسلة لعدد من الصحف العربية في دمشق وبيروت.</div></div></footer></article>
<div class="td_block_related_posts"><h4>مقالات ذات صلة</h4>${related.map((r) => `<div class="td_module_related_posts"><h3 class="entry-title"><a href="/r">${r}</a></h3></div>`).join('')}</div>
<div class="comments" id="comments"><div id="respond" class="comment-respond"><h3 id="reply-title">اترك تعليقاً <small><a>إلغاء الرد</a></small></h3><form><p class="comment-notes">لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p></form></div></div></div></div>
<div class="td-footer-wrapper"><p>النشرة الإخبارية: اشترك لتصلك آخر الأخبار إلى بريدك كل صباح، ويمكنك إلغاء الاشتراك في أي وقت تشاء.</p><p>© صدى الشمال 2023. جميع الحقوق محفوظة</p></div></body></html>`,
  },
  {
    name: 'drupal-agency',
    title: T,
    published: '2019-11-26',
    source: 'وكالة الأنباء الأهلية',
    unwanted: [related[0], 'إضافة تعليق جديد', 'ما رأيك'],
    html: `<!DOCTYPE html><html lang="ar" dir="rtl" prefix="og: http://ogp.me/ns#"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="Drupal 7 (http://drupal.org)"><title>${T} | وكالة الأنباء الأهلية</title></head><body class="html not-front page-node node-type-article">
<div id="skip-link"><a href="#main-content">تجاوز إلى المحتوى الرئيسي</a></div><div id="page"><div id="header"><div id="site-name"><a href="/">وكالة الأنباء الأهلية</a></div><div class="region-header"><form id="search-block-form"><h2>استمارة البحث</h2><input></form></div></div>
<div id="main"><h2 class="element-invisible">أنت هنا</h2><div class="breadcrumb"><a href="/">الرئيسية</a> » <a href="/e">اقتصاد</a></div><h1 class="title" id="page-title">${T}</h1>
<div class="region region-content"><div id="block-system-main"><div id="node-1" class="node node-article"><div class="submitted">نشر بواسطة <span class="username">المحرر</span> في ثلاثاء, 26/11/2019 - 14:05</div><div class="content"><div class="field field-name-field-image"><img src="/a.jpg"></div><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded"><p>دمشق (الأهلية) – ${P[0]}</p>${p(1)}<p>م ع / ر ح</p></div></div></div><div class="field field-name-field-tags"><div class="field-label">الوسوم: </div><div class="field-items"><div><a href="/t">قمح</a></div></div></div></div>
<ul class="links inline"><li class="comment-add first last"><a href="/c">إضافة تعليق جديد</a></li><li>12 قراءة</li></ul></div></div></div>
<div class="region region-sidebar-second"><div class="block"><h2>الأكثر قراءة</h2><ul>${related.map((r) => `<li><a href="/">${r}</a></li>`).join('')}</ul></div><div class="block block-poll"><h2>استطلاع</h2><p>ما رأيك في خطة الحكومة الجديدة لدعم المحاصيل الاستراتيجية؟</p></div></div></div><div id="footer">جميع الحقوق محفوظة © وكالة الأنباء الأهلية 2019</div></div></body></html>`,
  },
  {
    name: 'joomla',
    title: T,
    published: '2012-05-08',
    creators: ['أحمد عبد الرحمن'],
    unwanted: [related[0], 'آخر المقالات'],
    html: `<!DOCTYPE html><html xml:lang="ar-aa" lang="ar-aa" dir="rtl"><head><base href="http://www.alwaha.example/index.php"><meta http-equiv="content-type" content="text/html; charset=utf-8"><meta name="author" content="أحمد عبد الرحمن"><meta name="generator" content="Joomla! 1.5"><title>${T}</title></head><body>
<table class="nopad"><tr><td><ul class="menu"><li><a href="/"><span>الرئيسية</span></a></li><li><a><span>مقالات</span></a></li><li><a><span>اتصل بنا</span></a></li></ul></td></tr></table>
<div id="main"><table class="contentpaneopen"><tr><td class="contentheading" width="100%"><a href="/1" class="contentpagetitle">${T}</a></td><td class="buttonheading"><a title="PDF"><img alt="PDF"></a></td><td class="buttonheading"><a title="طباعة"><img alt="طباعة"></a></td><td class="buttonheading"><a title="إرسال إلى صديق"><img alt="إرسال إلى صديق"></a></td></tr></table>
<table class="contentpaneopen"><tr><td valign="top"><span class="small">كتب أحمد عبد الرحمن</span>&nbsp;&nbsp;</td></tr><tr><td valign="top" class="createdate">الثلاثاء, 08 أيار/مايو 2012 10:44</td></tr><tr><td valign="top">${p()}</td></tr><tr><td class="modifydate">آخر تحديث ( الأربعاء, 09 أيار/مايو 2012 08:12 )</td></tr></table></div>
<div id="rightcolumn"><div class="moduletable"><h3>آخر المقالات</h3><ul class="latestnews">${related.map((r) => `<li><a href="/">${r}</a></li>`).join('')}</ul></div></div></body></html>`,
    updated: '2012-05-09',
  },
  {
    name: 'blogger',
    title: T,
    published: '2014-09-02',
    unwanted: ['رسالة أحدث', related[0]],
    html: `<!DOCTYPE html><html dir="rtl" xmlns:b="x"><head><meta content="text/html; charset=UTF-8" http-equiv="Content-Type"><meta content="blogger" name="generator"><meta content="https://x.blogspot.example/2014/09/blog-post.html" property="og:url"><meta content="${T}" property="og:title"><title>مدونة الحقل: ${T}</title></head><body class="loading">
<div class="navbar section"></div><div class="header"><h1 class="title"><a href="/">مدونة الحقل</a></h1><p class="description"><span>يوميات مهندس زراعي</span></p></div>
<div class="main section"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>الثلاثاء، 2 سبتمبر 2014</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title" itemprop="name">${T}</h3><div class="post-body entry-content" id="post-body-1" itemprop="description articleBody"><div dir="rtl" style="text-align: right;">${P[0]}<br><br>${P[1]}<br><br>${P[2]}<br><br>${P[3]}<br><br>${P[4]}</div><div style="clear: both;"></div></div>
<div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">مرسلة بواسطة <span class="fn">أبو سامر</span></span> <span class="post-timestamp">في <a class="timestamp-link" href="/1"><abbr class="published" itemprop="datePublished" title="2014-09-02T13:22:00+03:00">1:22 م</abbr></a></span></div><div class="post-share-buttons"><a><span class="share-button-link-text">إرسال بالبريد الإلكتروني</span></a><a>كتابة مدونة حول هذه المشاركة</a><a>‏المشاركة على Twitter</a><a>المشاركة على Facebook</a></div></div></div>
<div class="comments" id="comments"><h4>ليست هناك تعليقات:</h4><p>إرسال تعليق</p></div></div></div></div></div><div class="blog-pager"><a>رسالة أحدث</a><a>رسالة أقدم</a></div></div>
<div class="sidebar"><div class="widget BlogArchive"><h2>أرشيف المدونة الإلكترونية</h2><ul><li>▼ 2014 (14)</li><li><a>${related[0]}</a></li></ul></div></div></body></html>`,
    creators: ['أبو سامر'],
  },
  {
    name: 'no-metadata-prose-dateline',
    title: T,
    published: '2011-02-17',
    unwanted: ['عدد القراءات'],
    html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>جريدة الضفاف - ${T}</title></head><body bgcolor="#ffffff" dir="rtl"><table width="960"><tr><td colspan="3"><img src="logo.gif" alt="الضفاف"></td></tr><tr><td><a href="1.php">الصفحة الأولى</a> | <a href="2.php">محليات</a> | <a href="3.php">رياضة</a> | <a href="4.php">كتّاب</a></td></tr><tr><td valign="top"><font size="5" color="#990000"><b>${T}</b></font><br><font size="2">الخميس 14 ربيع الأول 1432هـ الموافق 17 شباط 2011م - العدد 2418</font><br><br><font size="4">دمشق - وكالات:<br>${P[0]}<br><br>${P[1]}<br><br>${P[2]}<br><br>${P[3]}<br><br>${P[4]}</font><br><br><font size="2">عدد القراءات: 1203</font> <a href="print.php">طباعة</a> <a href="send.php">إرسال إلى صديق</a></td><td width="160"><b>اقرأ أيضا</b><br>${related.map((r) => `<a href="x">${r}</a><br>`).join('')}</td></tr><tr><td>جميع الحقوق محفوظة لجريدة الضفاف</td></tr></table></body></html>`,
  },
  {
    name: 'print-view',
    title: T,
    published: '2016-08-23',
    unwanted: ['www.'],
    html: `<html dir="rtl"><head><meta charset="utf-8"><title>طباعة</title></head><body onload="window.print()"><div class="print-logo"><img src="l.png" alt="صحيفة المدار"></div><div class="print-site_name">صحيفة المدار</div><h1>${T}</h1><div class="print-created">الثلاثاء 23 آب (أغسطس) 2016 - الساعة 11:20</div><div class="print-content">${p()}</div><hr><div class="print-source_url"><strong>رابط المصدر:</strong> <a href="http://www.madar.example/node/55">http://www.madar.example/node/55</a></div><div class="print-footer">جميع الحقوق محفوظة © صحيفة المدار</div></body></html>`,
  },
  {
    name: 'amp',
    title: T,
    published: '2021-10-05',
    creators: ['الأناضول'],
    source: 'المنبر الجديد',
    unwanted: ['قبول ملفات', related[1]],
    html: `<!doctype html><html ⚡ lang="ar" dir="rtl"><head><meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script><title>${T}</title><link rel="canonical" href="https://minbar.example/e/1"><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":"https://minbar.example/e/1","headline":"${T}","datePublished":"2021-10-05T18:30:00+03:00","author":{"@type":"Organization","name":"الأناضول"},"publisher":{"@type":"Organization","name":"المنبر الجديد","logo":{"@type":"ImageObject","url":"x"}}}</script><style amp-boilerplate>body{visibility:hidden}</style></head><body><amp-user-notification id="c"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك. بمتابعة التصفح فإنك توافق على قبول ملفات الارتباط.</p><button>موافق</button></amp-user-notification><amp-sidebar id="s"><ul><li><a>سياسة</a></li><li><a>اقتصاد</a></li></ul></amp-sidebar><header><a href="/">المنبر الجديد</a></header><article><h1 class="amp-wp-title">${T}</h1><div class="amp-wp-meta"><time>5 أكتوبر 2021 | 18:30</time></div><amp-img src="x.jpg"></amp-img><div class="amp-wp-article-content">${p(0, 2)}<amp-ad></amp-ad><p><a href="/r">اقرأ أيضا: ${related[1]}</a></p>${p(2)}</div></article><amp-carousel><a>${related[0]}</a></amp-carousel><footer><p>© 2021 المنبر الجديد</p></footer></body></html>`,
  },
  {
    name: 'microdata-custom',
    title: T,
    published: '2018-01-30',
    updated: '2018-01-31',
    creators: ['محمود الزين'],
    source: 'الخليج الآن',
    unwanted: [related[2], 'اشترك الآن'],
    html: `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>الخليج الآن | ${T}</title></head><body dir="rtl"><header><nav><a href="/">الرئيسية</a><a href="/gulf">الخليج</a><a href="/arab">العرب</a></nav><div class="date">الأحد 12 أغسطس 2018</div></header><main><article itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="mainEntityOfPage" content="x"><h1 itemprop="headline">${T}</h1><h2 class="sub" itemprop="alternativeHeadline">الوزير: المساحات المزروعة ارتفعت هذا الموسم</h2><div class="info"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">محمود الزين</span></span> - <span itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="الخليج الآن"></span><span>تاريخ النشر: <time itemprop="datePublished" datetime="2018-01-30T08:00">30 يناير 2018 08:00</time></span> <span>آخر تحديث: <time itemprop="dateModified" datetime="2018-01-31T10:00">31 يناير 2018</time></span></div><div class="social"><a>شارك</a><a>غرد</a></div><div itemprop="articleBody">${p(0, 3)}<blockquote>الخطة خطوة في الاتجاه الصحيح</blockquote>${p(3)}</div></article><aside><h3>آخر الأخبار</h3><ul>${related.map((r) => `<li><a>${r}</a></li>`).join('')}</ul></aside><section class="newsletter"><h3>النشرة البريدية</h3><p>اشترك الآن في نشرتنا اليومية ليصلك أهم ما ننشره كل مساء على بريدك.</p></section></main><footer>جميع الحقوق محفوظة</footer></body></html>`,
  },
  {
    name: 'reuters-like-inline-agency',
    title: T,
    published: '2015-04-09',
    creators: [],
    unwanted: ['Thomson'],
    html: `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>${T} | أخبارك</title><meta name="description" content="دمشق (رويترز)"><meta property="og:title" content="${T}"><meta property="og:type" content="article"></head><body dir="rtl"><div id="top"><a>دخول</a><a>تسجيل</a></div><div class="wrap"><div class="story"><div class="kicker">اقتصاد وأعمال</div><h1>${T}</h1><p class="timestamp">Thu Apr 9, 2015 5:41pm GMT</p><div class="share"><a>[-] نص [+]</a></div><p>دمشق (رويترز) - ${P[0]}</p>${p(1)}<p>(إعداد ليلى بسام للنشرة العربية - تحرير سامي عبده)</p><p class="copy">© Thomson Reuters 2015 All rights reserved.</p></div></div></body></html>`,
  },
  {
    name: 'hijri-first-date',
    title: T,
    published: '2017-09-21',
    source: 'الرسالة',
    creators: ['عبد الله الشهري'],
    unwanted: ['قراءة 332'],
    html: `<!DOCTYPE html><html dir="rtl" lang="ar-SA"><head><meta charset="utf-8"><title>${T} - صحيفة الرسالة</title><meta property="og:site_name" content="الرسالة"><meta property="og:title" content="${T}"></head><body><div class="top-bar"><span>الثلاثاء 11 رمضان 1445 هـ - 21 مارس 2024</span></div><div class="content"><div class="breadcrumbs"><a>الرئيسية</a> / <a>محليات</a></div><h1>${T}</h1><div class="meta"><span class="byline">عبد الله الشهري - الرياض</span><span class="d">الخميس 1 محرم 1439 هـ - 21 سبتمبر 2017 م</span><span>قراءة 332</span></div><div class="body">${p()}</div><div class="tags">قمح , زراعة</div></div></body></html>`,
  },
  {
    name: 'microsoft-frontpage-1256-style',
    title: T,
    published: '2003-06-15',
    creators: ['د. نبيل فرحات'],
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Language" content="ar-sa"><meta name="GENERATOR" content="Microsoft FrontPage 4.0"><meta charset="utf-8"><title>New Page 1</title></head><body dir="rtl"><p align="center"><b><font face="Simplified Arabic" size="6">${T}</font></b></p><p align="center"><font size="4">بقلم: د. نبيل فرحات</font></p><p align="center"><font size="3">15/6/2003</font></p>${P.map((one) => `<p dir="rtl" align="justify"><font face="Simplified Arabic" size="5"><span lang="ar-sa">${one}</span></font></p>`).join('')}<p align="center"><a href="index.htm">الصفحة الرئيسية</a></p></body></html>`,
  },
  {
    name: 'div-paragraphs-app',
    title: T,
    published: '2024-02-11',
    creators: ['هبة مراد'],
    source: 'نبض المدينة',
    unwanted: ['كوكيز', related[0], 'الأكثر مشاهدة'],
    html: `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${T}</title><meta property="og:site_name" content="نبض المدينة"><meta name="twitter:title" content="${T}"><meta property="article:author" content="هبة مراد"></head><body><div id="__next"><div class="css-1a2b"><div class="css-cookie" role="dialog"><span>يستخدم هذا الموقع كوكيز لتحسين الخدمة وتحليل الزيارات، وباستمرارك فإنك توافق على ذلك.</span><button>موافق</button></div><div class="css-nav"><a>الرئيسية</a><a>تقارير</a></div><div class="css-9xk"><h1 class="css-t">${T}</h1><div class="css-m"><span>هبة مراد</span><span>|</span><span>11/02/2024 - 09:30</span><span>|</span><span>آخر تحديث 12/02/2024 - 10:00</span></div><div class="css-b">${P.slice(
      0,
      3,
    )
      .map((one) => `<div class="css-p"><span>${one}</span></div>`)
      .join('')}<div class="css-ad"><span>إعلان</span></div>${P.slice(3)
      .map((one) => `<div class="css-p"><span>${one}</span></div>`)
      .join(
        '',
      )}</div><div class="css-rel"><div class="css-h">الأكثر مشاهدة</div>${related.map((r) => `<a class="css-card"><div>${r}</div></a>`).join('')}</div></div></div></div><script id="__NEXT_DATA__" type="application/json">{"props":{"date":"2024-02-11"}}</script></body></html>`,
    updated: '2024-02-12',
  },
  {
    name: 'maghreb',
    title: T,
    published: '2022-07-28',
    creators: ['سعيد بنعلي'],
    source: 'الحوز بريس',
    unwanted: [related[0]],
    html: `<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>${T} - الحوز بريس</title><meta property="og:title" content="${T} - الحوز بريس"><meta property="og:site_name" content="الحوز بريس"></head><body><div class="header-top">الجمعة 29 يوليوز 2022</div><div class="single"><h1 class="post-title">${T}</h1><div class="post-meta"><span class="author">سعيد بنعلي</span><span class="date-post">الخميس 28 يوليوز 2022 - 13:45</span></div><div class="article-content">${p()}</div><div class="box-related"><h4>إقرأ أيضاً</h4>${related.map((r) => `<div class="overlay card"><a>${r}</a></div>`).join('')}</div><ul class="comments-list"><li><p>شكرا على هذا الخبر المفيد، ونتمنى أن تصل هذه المساعدات إلى الفلاحين الصغار قبل غيرهم في القرى.</p></li></ul></div></body></html>`,
  },
  {
    name: 'algeria',
    title: T,
    published: '2020-01-06',
    creators: ['كريمة. ب'],
    unwanted: [related[0]],
    html: `<!DOCTYPE html><html lang="ar"><head><meta charset="UTF-8"><title>${T} – السلام الجديد</title></head><body dir="rtl"><nav id="menu"><a>الوطني</a><a>الدولي</a></nav><div id="post"><p class="date">6 جانفي، 2020</p><h1>${T}</h1><p class="auteur">بقلم: كريمة. ب</p>${p()}<div class="partager"><p>شاركنا برأيك</p></div><div class="articles-similaires"><h3>مقالات مشابهة</h3>${related.map((r) => `<h4><a>${r}</a></h4>`).join('')}</div></div></body></html>`,
  },
  {
    name: 'interview-bold-questions',
    title: 'سمير الحلو: الخطة تحتاج إلى تمويل مستقر',
    published: '2013-12-01',
    creators: ['ليلى حداد'],
    html: `<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"><title>سمير الحلو: الخطة تحتاج إلى تمويل مستقر | مجلة الأرض</title></head><body><div class="wrap"><h1>سمير الحلو: الخطة تحتاج إلى تمويل مستقر</h1><div>حاورته: ليلى حداد</div><div>1 كانون الأول/ديسمبر 2013</div>${P.map((one, i) => `<p><b>ما رأيك في المرحلة ${['الأولى', 'الثانية', 'الثالثة', 'الرابعة', 'الخامسة'][i]}؟</b></p><p>${one}</p>`).join('')}</div></body></html>`,
  },
];
