/** Of the one job of its kind that an article may have (lib/jobs/mutations.ts). */
export const publishKey = (articleId: number): string => `publish article ${articleId}`
export const withdrawKey = (articleId: number): string => `withdraw article ${articleId}`
export const changesKey = (articleId: number): string => `publish changes of article ${articleId}`
