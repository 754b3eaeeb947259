/** The page on which is said whom the site tells of its articles, in English. */
export const tellingEn = {
  intro:
    'Whom this site tells of what is new, and what other sites may tell it. Nothing leaves it until you switch it on.',
  save: 'Save',
  searchEngines: 'Search engines',
  searchEnginesText:
    'With IndexNow, Bing, Yandex, Naver, Seznam and others hear at once of what is published, changed or withdrawn. Google does not take part.',
  indexNow: 'Tell search engines with IndexNow',
  service: 'Address of the service',
  serviceHint: 'It hands on what it hears to all the others.',
  keyFile: 'The key by which they know this site stands at',
  feedReaders: 'Feed readers',
  feedReadersText: 'A WebSub hub fetches the feeds when they change and hands them to whoever waits for them.',
  webSub: 'Tell a WebSub hub',
  hub: 'Address of the hub',
  hubHint: 'It is named in the feeds, so readers ask it instead of this site.',
  otherSites: 'Other sites',
  otherSitesText:
    'What others say is fetched and looked at first. What really links here becomes a held comment; nothing appears by itself.',
  sendWebmentions: 'Tell pages that an article links to (Webmention)',
  receiveWebmentions: 'Hear of pages that link here (Webmention)',
  receivePingbacks: 'Hear of WordPress sites that link here (Pingback)',
  lately: 'Lately',
  nothing: 'Nothing was told or heard yet.',
  caption: 'What was told and heard, the latest first',
  what: 'What',
  about: 'About',
  state: 'State',
  when: 'When',
  kinds: {
    'telling.indexNow': 'IndexNow',
    'telling.webSub': 'WebSub',
    'telling.webmention': 'Webmention sent',
    'mention.hear': 'A mention',
  } as Record<string, string>,
  states: { done: 'done', waiting: 'waits', again: 'is tried again', failed: 'given up' },
  mentions: {
    WEBMENTION: 'Another site links here (Webmention)',
    PINGBACK: 'Another site links here (Pingback)',
    TRACKBACK: 'Another site links here (Trackback)',
  },
}
