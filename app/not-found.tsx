// Next renders this with every page; the site's own 404 is components/site/not-found-page.tsx.
export default function NotFound() {
  return (
    <html lang="en">
      <body>Not found</body>
    </html>
  )
}
