// Words that tie a sentence together and name nothing: no tag begins with them. Folded; with their common clitics.
import { foldWord } from '../../arabic/fold.ts';

const words = `
في من على إلى عن مع بين حتى منذ خلال حول ضد دون عند لدى نحو قبل بعد فوق تحت أمام وراء خلف عبر ضمن وفق حسب بسبب رغم مثل غير سوى
أن إن كان كانت يكون تكون كانوا ليس ليست أصبح بات ظل ما لا لم لن قد لقد كل بعض أي أية كلا جميع كافة معظم أكثر أقل
هو هي هم هن أنا نحن أنت أنتم هذا هذه ذلك تلك هؤلاء أولئك هنا هناك الذي التي الذين اللذين اللذان اللتان اللاتي
ثم أو أم بل لكن حيث إذا إذ لو لولا كما كيف متى أين لماذا ماذا هل أما إما بينما عندما حين حينما كلما لأن لكي كي سوف
قال قالت وقال يقول تقول أضاف أضافت أكد أكدت أعلن أعلنت ذكر ذكرت أوضح أوضحت أشار أشارت صرح يتم تم تمت يمكن يجب ينبغي
اليوم أمس غدا الآن أيضا فقط جدا مرة عام سنة يوم شهر أول ثاني أخرى آخر أحد إحدى عدد نفس ذات حوالي تقريبا مؤكدا مضيفا موضحا مشيرا
له لها لهم به بها بهم فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها إليهم عنه عنها معه معها لنا لي بنا لديه لديها
the of and in to for on at by with from as is are was were be been that this these those it its he she they we you i or not but a an
`
  .trim()
  .split(/\s+/u)
  .map(foldWord);

const known = new Set(words.flatMap((word) => (/\p{Script=Arabic}/u.test(word) ? [word, `و${word}`, `ف${word}`] : [word])));

/** Takes a folded word. */
export const isFunctionWord = (folded: string): boolean => known.has(folded);
