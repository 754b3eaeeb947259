type Action = (form: FormData) => Promise<void>

/**
 * The action of a form that is sent without script. Next names it when it draws the form; where the door draws the page
 * (lib/draw-once.ts), React asks the action itself by what name it is called.
 */
export function plainAction(action: Action): Action {
  const { $$id: id } = action as Action & { $$id?: string }
  if (id === undefined) return action
  const form = { name: `$ACTION_ID_${id}`, method: 'POST', encType: 'multipart/form-data', data: null }
  return Object.assign(action, { $$FORM_ACTION: () => form })
}
