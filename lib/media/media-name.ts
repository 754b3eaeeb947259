/** What the library calls a file; empty: nobody and nothing has named it. */
export const mediaName = ({
  title,
  originalName,
  path,
}: {
  title: string
  originalName: string
  path: string
}): string => title || originalName || (path.startsWith('/media/') ? '' : path.slice(path.lastIndexOf('/') + 1))
