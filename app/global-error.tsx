'use client'
// Never seen by readers: the door throws a failed render away and sends its own page.
export default function GlobalError() {
  return (
    <html lang="en">
      <body>Failed</body>
    </html>
  )
}
