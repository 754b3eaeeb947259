import type { checksEn } from './checks-en'
import { plural } from './format'

export const checksFa: typeof checksEn = {
  headlineMissing: () => 'تیتر ندارد.',
  textMissing: () => 'متن ندارد.',
  altMissing: (count) =>
    plural(count, 'fa', { one: '{n} تصویر نمی‌گوید چه نشان می‌دهد.', other: '{n} تصویر نمی‌گوید چه نشان می‌دهد.' }),
  linkInside: (count) =>
    plural(count, 'fa', {
      one: '{n} پیوند به تحریریه می‌رسد که خوانندگان راهی به آن ندارند.',
      other: '{n} پیوند به تحریریه می‌رسد که خوانندگان راهی به آن ندارند.',
    }),
  linkNowhere: (count) =>
    plural(count, 'fa', {
      one: '{n} پیوند به جایی می‌رسد که در این متن نیست.',
      other: '{n} پیوند به جایی می‌رسد که در این متن نیست.',
    }),
  linkVague: (count) =>
    plural(count, 'fa', {
      one: 'واژه‌های {n} پیوند نمی‌گوید به کجا می‌رسد.',
      other: 'واژه‌های {n} پیوند نمی‌گوید به کجا می‌رسد.',
    }),
  headlineLong: () => 'تیتر بلند است؛ نتیجه‌های جست‌وجو حدود ۶۰ نویسه نشان می‌دهند.',
  dekMissing: () => 'زیرتیتر ندارد.',
  categoryMissing: () => 'در هیچ دسته‌ای نیست.',
  bylineMissing: () => 'نویسنده‌ای برایش نام برده نشده است.',
  creditMissing: (count) =>
    plural(count, 'fa', { one: '{n} تصویر نام صاحب ندارد.', other: '{n} تصویر نام صاحب ندارد.' }),
  headingOrder: () => 'یک میان‌تیتر از سطحی می‌پرد.',
  seoTitleLong: () => 'عنوان جست‌وجو بلند است؛ حدود ۶۰ نویسه از آن نشان داده می‌شود.',
  seoDescriptionLong: () => 'شرح جست‌وجو بلند است؛ حدود ۱۵۵ نویسه از آن نشان داده می‌شود.',
  hiddenFromSearch: () => 'از موتورهای جست‌وجو خواسته می‌شود آن را کنار بگذارند.',
  aiNoteMissing: () => 'نمی‌گوید هوش مصنوعی چه کرده است.',
}
