/** Moves the reply form below the comment that is answered, without a request; what was typed comes along. */
export function moveReplyForm(): void {
  const form = document.querySelector<HTMLElement>('#respond')
  const heading = form?.querySelector('h2')
  const parent = form?.querySelector<HTMLInputElement>('[name=comment_parent]')
  const text = form?.querySelector('textarea')
  if (!form || !heading || !parent || !text) return
  const home = document.createComment('')
  form.before(home)
  const title = heading.textContent
  const firstParent = parent.value
  const cancel = document.createElement('button')
  cancel.type = 'button'
  cancel.textContent = form.dataset.cancel ?? ''
  let link: HTMLElement | null = null

  cancel.addEventListener('click', () => {
    cancel.remove()
    home.after(form)
    heading.textContent = title
    parent.value = firstParent
    link?.focus()
  })
  document.addEventListener('click', (event) => {
    const clicked = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.comment-reply') : null
    const comment = clicked?.closest('.comment')
    const id = clicked && new URL(clicked.href).searchParams.get('replytocom')
    if (!comment || !id || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    link = clicked
    const author = comment.querySelector('.comment-author')?.textContent ?? ''
    heading.textContent = (form.dataset.titleTo ?? '').replace('%s', () => author)
    parent.value = id
    comment.after(form)
    form.prepend(heading, cancel)
    text.focus()
  })
}
