import { directionOf } from '@/lib/i18n/locale'
import type { SiteSettings } from './settings'

/** What a phone calls the site on its home screen, and how it draws it there (w3.org/TR/appmanifest). */
export function webManifest({ name, tagline, locale }: SiteSettings): string {
  const manifest = {
    name,
    short_name: name,
    ...(tagline && { description: tagline }),
    lang: locale,
    dir: directionOf(locale),
    id: '/',
    start_url: '/',
    display: 'minimal-ui',
    theme_color: '#ffffff',
    background_color: '#ffffff',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    ],
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
