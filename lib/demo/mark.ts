/** Key of the setting that says that the demo newsroom is in this database, and since when. */
export const DEMO_SITE = 'demo'

/** Who decided about the comments that come with it. */
export const DEMO_ACTOR = 'demo'
