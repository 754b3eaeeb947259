const PATHS = {
  stop: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4.5v4M8 11.3h.01" />
    </>
  ),
  notice: (
    <>
      <path d="M8 2 15 14H1Z" />
      <path d="M8 6.5v3.5M8 12h.01" />
    </>
  ),
  find: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 4 4" />
    </>
  ),
  add: <path d="M8 2.5v11M2.5 8h11" />,
  edit: <path d="m3 13 .8-3.2L11 2.6 13.4 5 6.2 12.2ZM9.5 4.1l2.4 2.4" />,
  done: <path d="m2.5 8.5 4 4 7-9" />,
}

/** Always beside a word that says the same. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {PATHS[name]}
    </svg>
  )
}
