import type { MailWords } from './mail-words'

/** ما ترسله غرفة الأخبار بالبريد، بالعربية. */
export const mailAr: MailWords = {
  invitation: {
    subject: (site) => `دعوة إلى غرفة أخبار ${site}`,
    text: (by, role) => `يدعوك ${by} بصفة: ${role}. بهذا الرابط تختار اسمك وكلمة مرور. يعمل مرة واحدة، خلال سبعة أيام.`,
    link: 'الانضمام إلى غرفة الأخبار',
    otherwise: 'إن لم يكن هذا يعنيك فدعه: لن يحدث شيء.',
  },
  reset: {
    subject: (site) => `كلمة مرور جديدة في ${site}`,
    text: (name) =>
      `طلب شخص ما، أنت على الأرجح، كلمة مرور جديدة لحساب ${name}. يعمل الرابط مرة واحدة خلال يوم، وتبقى كلمة المرور القديمة صالحة حتى ذلك الحين.`,
    link: 'اختيار كلمة مرور جديدة',
    otherwise: 'إن لم تكن أنت فدعه: لن يتغير شيء.',
  },
  sentBack: {
    subject: (headline) => `أُعيد إليك: ${headline}`,
    text: (by, headline) => `أعاد ${by} إليك «${headline}» وكتب:`,
    link: 'فتح المقال',
    untitled: 'مقال بلا عنوان',
  },
  report: {
    subject: (headline) => `بلاغك عن «${headline}»`,
    text: (headline) => `أبلغتنا عن خطأ في «${headline}». هذا جوابنا:`,
    wrote: 'كنت قد كتبت:',
    link: 'اقرأ المقال',
  },
  test: {
    subject: (site) => `تجربة من ${site}`,
    text: 'تُظهر هذه الرسالة أن بريد غرفة الأخبار يصل. لا شيء عليك.',
    link: 'عودة إلى الإعدادات',
  },
}
