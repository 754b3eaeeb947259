import { categoryPath, searchPath } from '@/lib/articles/paths'
import { formatWeekday } from '@/lib/i18n/format'
import { directionOf } from '@/lib/i18n/locale'
import { shownMenu } from '@/lib/menus/shown-menu'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { languageOf } from '@/lib/site/said'
import { editionsOf, sectionsOf } from '@/lib/site/sections'
import { MastheadMenu } from './masthead-menu'

/** More would not fit beside each other; the footer has them all. */
const SECTIONS_SHOWN = 8

/** Site name and navigation at the top. On the front its name is the page's heading. */
export function Masthead({
  frame,
  currentCategoryId,
  front,
}: {
  frame: Frame
  currentCategoryId: number | null
  front: boolean
}) {
  const { facts, locale, words, zone, now } = frame
  const { site, categories } = facts
  const menu = shownMenu(facts, 'masthead', locale)
  const editions = editionsOf(facts)
  const chain = new Set(categories.chain(currentCategoryId).map(({ id }) => id))
  // Sections have one name, whatever the language of the page.
  const own = foreignTo(frame, site.locale)
  const day = now.toISOString().slice(0, 10)
  const Name = front ? 'h1' : 'p'
  return (
    <header className={front ? 'masthead masthead-front' : 'masthead'}>
      <div className="page">
        <div className="masthead-folio">
          <p>
            <time dateTime={day}>{formatWeekday(now, locale, zone)}</time>
          </p>
          {editions.length ? (
            <nav aria-label={words.editions}>
              <ul>
                {editions.map(({ id, path, name, locale: language }) => (
                  <li key={id}>
                    <a href={categoryPath(path)} lang={language} hrefLang={language} dir={directionOf(language)}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
        </div>
        <Name className="masthead-name" lang={foreignTo(frame, languageOf(site, 'name', locale)).lang}>
          {front ? (
            <bdi>{site.name}</bdi>
          ) : (
            <a href="/" rel="home">
              <bdi>{site.name}</bdi>
            </a>
          )}
        </Name>
        <nav className="masthead-sections" aria-label={words.sections}>
          <ul>
            {menu.length ? (
              <MastheadMenu frame={frame} items={menu} isIn={(id) => id !== null && chain.has(id)} />
            ) : (
              sectionsOf(facts)
                .slice(0, SECTIONS_SHOWN)
                .map(({ id, path, name }) => (
                  <li key={id}>
                    <a href={categoryPath(path)} aria-current={chain.has(id) ? 'true' : undefined} {...own}>
                      {name}
                    </a>
                  </li>
                ))
            )}
            <li>
              <a href="#sections">{words.allSections}</a>
            </li>
          </ul>
          <a href={searchPath('')}>{words.search}</a>
        </nav>
      </div>
    </header>
  )
}
