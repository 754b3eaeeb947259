import { formatPlainNumber } from './format'
import type { ReportWords } from './report-words'

const n = (value: number) => formatPlainNumber(value, 'ar')

export const reportAr: ReportWords = {
  link: 'أبلغ عن خطأ',
  wrong: 'هل من خطأ؟',
  yours: 'بلاغك',
  title: 'أبلغ عن خطأ',
  about: 'في المقال',
  dek: 'قل لنا ما الخطأ. يقرأ محرر بلاغك، ويصوّب المقال إن كنت على حق. لا يُنشر ما تكتبه هنا.',
  required: 'الحقول الإلزامية مشار إليها بعلامة',
  sentence: 'الجملة التي فيها الخطأ',
  sentenceHint: 'انسخها هنا كلها أو بعضها. ما ظللته في المقال موجود هنا من قبل.',
  text: 'ما الخطأ فيها؟',
  email: 'بريدك الإلكتروني',
  emailHint: 'إن أردت جوابًا فقط. يُحفظ على حدة، ولا يراه أحد خارج غرفة التحرير، ولا يُستعمل لشيء آخر.',
  submit: 'أرسل البلاغ',
  leaveEmpty: 'اترك هذا الحقل فارغًا',
  back: 'عودة إلى المقال',
  sent: 'شكرًا لك',
  sentText: 'وصل بلاغك إلى غرفة التحرير. إن وجب تصويب شيء فسيُذكر تحت المقال مع التاريخ.',
  refused: 'لم يُرسل بلاغك.',
  kept: 'لم يضع شيء مما كتبت.',
  errors: {
    textMissing: 'قل من فضلك ما الخطأ.',
    textTooLong: (max) => `هذا طويل جدًا: ${n(max)} حرفًا على الأكثر.`,
    sentenceTooLong: (max) => `اقتبس أقل من فضلك: ${n(max)} حرفًا على الأكثر.`,
    emailInvalid: 'اكتب بريدًا صحيحًا مثل name@example.org، أو اترك الحقل فارغًا.',
    emailTooLong: (max) => `البريد طويل جدًا: ${n(max)} حرفًا على الأكثر.`,
    flood: 'أرسلت شيئًا قبل لحظات. انتظر قليلًا ثم أرسل هذا مرة أخرى.',
    missing: 'لم يعد المقال موجودًا.',
  },
  draft: (sentence) => `ذكرت نسخة سابقة من هذا المقال: ${/[«»]/.test(sentence) ? sentence : `«${sentence}»`}`,
}
