import type { TellingWords } from './telling-words'

export const tellingFa: TellingWords = {
  intro:
    'این سایت تازه‌هایش را به که خبر می‌دهد و سایت‌های دیگر چه می‌توانند به آن بگویند. تا روشنش نکنید چیزی بیرون نمی‌رود.',
  save: 'ذخیره',
  searchEngines: 'موتورهای جست‌وجو',
  searchEnginesText:
    'با IndexNow، Bing و Yandex و Naver و Seznam و دیگران بی‌درنگ از آنچه منتشر، ویرایش یا پس گرفته شود باخبر می‌شوند. Google در آن شرکت نمی‌کند.',
  indexNow: 'خبر دادن به موتورهای جست‌وجو با IndexNow',
  service: 'نشانی سرویس',
  serviceHint: 'آنچه بشنود به همهٔ دیگران می‌رساند.',
  keyFile: 'کلیدی که این سایت را با آن می‌شناسند اینجاست',
  feedReaders: 'خوراک‌خوان‌ها',
  feedReadersText: 'هاب WebSub خوراک‌ها را هنگام تغییر می‌گیرد و به هر که منتظر است می‌رساند.',
  webSub: 'خبر دادن به هاب WebSub',
  hub: 'نشانی هاب',
  hubHint: 'در خوراک‌ها نام برده می‌شود تا خواننده‌ها به‌جای این سایت از آن بپرسند.',
  otherSites: 'سایت‌های دیگر',
  otherSitesText:
    'آنچه دیگران بگویند نخست دریافت و بررسی می‌شود. آنچه به‌راستی به اینجا پیوند دارد دیدگاهی نگه‌داشته می‌شود؛ هیچ چیز خودبه‌خود نمایان نمی‌شود.',
  sendWebmentions: 'خبر دادن به صفحه‌هایی که مقاله به آن‌ها پیوند دارد (Webmention)',
  receiveWebmentions: 'باخبر شدن از صفحه‌هایی که به اینجا پیوند دارند (Webmention)',
  receivePingbacks: 'باخبر شدن از سایت‌های وردپرسی که به اینجا پیوند دارند (Pingback)',
  lately: 'به‌تازگی',
  nothing: 'هنوز چیزی گفته یا شنیده نشده است.',
  caption: 'آنچه گفته و شنیده شد، تازه‌ترین در آغاز',
  what: 'چه',
  about: 'دربارهٔ',
  state: 'وضعیت',
  when: 'کِی',
  kinds: {
    'telling.indexNow': 'IndexNow',
    'telling.webSub': 'WebSub',
    'telling.webmention': 'Webmention فرستاده',
    'mention.hear': 'یک اشاره',
  },
  states: { done: 'انجام شد', waiting: 'در انتظار', again: 'دوباره می‌شود', failed: 'رها شد' },
  mentions: {
    WEBMENTION: 'سایتی دیگر به اینجا پیوند دارد (Webmention)',
    PINGBACK: 'سایتی دیگر به اینجا پیوند دارد (Pingback)',
    TRACKBACK: 'سایتی دیگر به اینجا پیوند دارد (Trackback)',
  },
}
