/** The same article as Next keeps a page itself: made at build, served from its own cache. */
export { default } from '../[...path]/page'
export const dynamic = 'force-static'
