/** Parts of the settings, each with a page of its own. */
export const SETTING_PARTS = ['general', 'comments', 'addresses', 'policies', 'crawlers', 'mail', 'figures'] as const
export type SettingPart = (typeof SETTING_PARTS)[number]

export const settingPath = (part: SettingPart): string =>
  part === 'general' ? '/admin/settings/' : `/admin/settings/${part}/`
