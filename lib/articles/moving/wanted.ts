import { articlePath, type PathPattern } from '@/lib/articles/paths'

/** Where the pattern puts a published article: by its slug and the day that it was published on. */
export function wantedPath(
  pattern: PathPattern,
  { slug, path, publishedDay }: { slug: string; path: string; publishedDay: number | null },
): string {
  return publishedDay === null ? path : articlePath(pattern, slug, publishedDay)
}
