import type { ReactNode } from 'react'

/**
 * Draws nothing: every page is its own whole document (components/site/document.tsx), because language and direction
 * are an article's, and only the page knows it.
 */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children
}
