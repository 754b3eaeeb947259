import type { TellingWords } from './telling-words'

export const tellingAr: TellingWords = {
  intro: 'مَن يُبلغه هذا الموقع بجديده، وما يجوز للمواقع الأخرى أن تُبلغه به. لا يخرج منه شيء حتى تفعّله.',
  save: 'حفظ',
  searchEngines: 'محركات البحث',
  searchEnginesText:
    'عبر IndexNow يعلم Bing وYandex وNaver وSeznam وغيرها فورًا بما نُشر أو عُدّل أو سُحب. أما Google فلا يشارك فيه.',
  indexNow: 'إبلاغ محركات البحث عبر IndexNow',
  service: 'عنوان الخدمة',
  serviceHint: 'تنقل ما يصلها إلى سائر المحركات.',
  keyFile: 'المفتاح الذي تعرف به هذا الموقع موجود في',
  feedReaders: 'قارئات الخلاصات',
  feedReadersText: 'يجلب موزّع WebSub الخلاصات حين تتغير ويسلّمها إلى من ينتظرها.',
  webSub: 'إبلاغ موزّع WebSub',
  hub: 'عنوان الموزّع',
  hubHint: 'يُذكر في الخلاصات، فيسأله القرّاء بدل هذا الموقع.',
  otherSites: 'مواقع أخرى',
  otherSitesText:
    'ما تقوله المواقع الأخرى يُجلب ويُفحص أولًا. وما يحيل إلى هنا حقًا يصير تعليقًا معلّقًا؛ لا يظهر شيء من تلقاء نفسه.',
  sendWebmentions: 'إبلاغ الصفحات التي يحيل إليها مقال (Webmention)',
  receiveWebmentions: 'تلقّي خبر الصفحات التي تحيل إلى هنا (Webmention)',
  receivePingbacks: 'تلقّي خبر مواقع ووردبريس التي تحيل إلى هنا (Pingback)',
  lately: 'مؤخرًا',
  nothing: 'لم يُبلَّغ شيء ولم يصل خبر بعد.',
  caption: 'ما بُلّغ وما وصل، الأحدث أولًا',
  what: 'ماذا',
  about: 'عن',
  state: 'الحالة',
  when: 'متى',
  kinds: {
    'telling.indexNow': 'IndexNow',
    'telling.webSub': 'WebSub',
    'telling.webmention': 'إشعار Webmention مرسل',
    'mention.hear': 'إشارة واردة',
  },
  states: { done: 'تمّ', waiting: 'ينتظر', again: 'يُعاد', failed: 'تُرك' },
  mentions: {
    WEBMENTION: 'موقع آخر يحيل إلى هنا (Webmention)',
    PINGBACK: 'موقع آخر يحيل إلى هنا (Pingback)',
    TRACKBACK: 'موقع آخر يحيل إلى هنا (Trackback)',
  },
}
