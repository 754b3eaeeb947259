import type { ArticleInput } from '@/lib/articles/input'

/** How long a link to a preview may be good, in hours; a week unless somebody says otherwise. */
export const LINK_HOURS = [1, 24, 168, 720]
export const USUAL_HOURS = 168
/** Of the name of whoever it is for. */
export const LONGEST_LABEL = 120

/** What was taken down or thrown away is shown to nobody outside, whatever link they have. */
export const isShownOutside = ({ status, trashedAt }: Pick<ArticleInput, 'status' | 'trashedAt'>): boolean =>
  status !== 'WITHDRAWN' && trashedAt === null
