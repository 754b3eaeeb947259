const CLOSED = 'check-also closed'

/**
 * Slides "Check Also" in once the end of the article has been passed, on screens with room for it (the style sheet says
 * which), and back to its place when the reply form comes into view. Closed, it stays closed for the visit.
 */
export function slideInCheckAlso(): void {
  const box = document.querySelector<HTMLElement>('.check-also')
  const after = document.querySelector('.article')?.nextElementSibling
  const form = document.querySelector('#respond')
  if (!box || !after || sessionStorage.getItem(CLOSED)) return
  // Where it came from keeps its height while it is out, so that nothing jumps.
  const place = document.createElement('div')
  box.before(place)

  let passed = false
  let atForm = false
  const show = () => {
    const out = passed && !atForm
    if (out === box.classList.contains('is-slid')) return
    place.style.minBlockSize = out ? `${heightOf(box)}px` : ''
    box.classList.toggle('is-slid', out)
  }
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (target === form) atForm = isIntersecting
      else passed = isIntersecting || boundingClientRect.bottom < 0
    }
    show()
  })
  for (const watched of [after, form]) if (watched) observer.observe(watched)
  box.querySelector('button')?.addEventListener('click', () => {
    sessionStorage.setItem(CLOSED, '1')
    observer.disconnect()
    passed = false
    show()
  })
}

/** With its margins, px. */
function heightOf(element: HTMLElement): number {
  const { marginTop, marginBottom } = getComputedStyle(element)
  return element.offsetHeight + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom)
}
