/** Shown to a browser without the cookie. No style and no script: the policy lets neither be written inline. */
export const refusalPage = `<!doctype html>
<html lang="ar" dir="rtl">
<meta charset="utf-8">
<title>ورّاق</title>
<h1>ورّاق</h1>
<p>هذا المتصفّح غير معروف لورّاق، ولم يُعرض شيء من الأرشيف. افتح من جديد العنوان الذي طبعه ورّاق في الطرفية؛ وهو يصلح مرة واحدة، فإن كان قد استُعمل فأوقف ورّاق وشغّله ثانية ليطبع عنوانًا جديدًا.</p>
<div lang="en" dir="ltr">
<p>Warraq does not know this browser, and nothing of the archive was shown. Open the address that Warraq printed in the terminal again; it works once, so if it has been used, stop Warraq and start it again for a new one.</p>
</div>
</html>
`;
