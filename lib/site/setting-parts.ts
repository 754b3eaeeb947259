import type { Act } from '@/lib/auth/permissions'

/** Parts of the settings, each with a page of its own. */
export const SETTING_PARTS = [
  'general',
  'front',
  'comments',
  'addresses',
  'policies',
  'crawlers',
  'telling',
  'mail',
  'storage',
  'figures',
] as const
export type SettingPart = (typeof SETTING_PARTS)[number]

export const settingPath = (part: SettingPart): string =>
  part === 'general' ? '/admin/settings/' : `/admin/settings/${part}/`

/** Who may open it. */
export const settingAct = (part: SettingPart): Act => (part === 'telling' ? 'settings.telling' : 'settings.edit')
