import { join } from 'node:path'
import config from '../../next.config.js'

/** The site's own configuration, for a page that asks no database: what bench/main.ts measures an article against. */
export default { ...config, distDir: '.next', turbopack: { root: join(import.meta.dirname, '../..') } }
