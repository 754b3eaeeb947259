/** WordPress's answer to what it cannot answer. */
export type Refusal = { status: number; body: { code: string; message: string; data: Record<string, unknown> } }

export function refuse(status: number, code: string, message: string, data: Record<string, unknown> = {}): Refusal {
  return { status, body: { code, message, data: { status, ...data } } }
}

export type Fault = { code: string; message: string; data?: Record<string, unknown> | null }

/** Of parameters that mean nothing, by their names. */
export function refuseParameters(faults: Record<string, Fault>): Refusal {
  const names = Object.keys(faults)
  const details = Object.entries(faults).map(([name, fault]) => [name, { data: null, ...fault }] as const)
  return refuse(400, 'rest_invalid_param', `Invalid parameter(s): ${names.join(', ')}`, {
    params: Object.fromEntries(Object.entries(faults).map(([name, { message }]) => [name, message])),
    details: Object.fromEntries(details.map(([name, { code, message, data }]) => [name, { code, message, data }])),
  })
}

export const noRoute = (): Refusal =>
  refuse(404, 'rest_no_route', 'No route was found matching the URL and request method.')

/** WordPress asks for a login where none could be had here. */
const CANNOT = {
  create: ['rest_cannot_create', 'Sorry, you are not allowed to create this.'],
  edit: ['rest_cannot_edit', 'Sorry, you are not allowed to edit this.'],
  delete: ['rest_cannot_delete', 'Sorry, you are not allowed to delete this.'],
} as const

const COLLECTION = /^\/wp-json\/wp\/v2\/(?:posts|pages|media|categories|tags|users|comments)\/?$/
const ITEM = /^\/wp-json\/wp\/v2\/(?:posts|pages|media|categories|tags|users|comments)\/\d+\/?$/

/** Of whatever is more than reading: nothing can be written here. */
export function refuseMethod(method: string, path: string): Refusal {
  const act = COLLECTION.test(path)
    ? { POST: 'create' as const }[method]
    : ITEM.test(path)
      ? { POST: 'edit' as const, PUT: 'edit' as const, PATCH: 'edit' as const, DELETE: 'delete' as const }[method]
      : undefined
  if (!act) return noRoute()
  const [code, message] = CANNOT[act]
  return refuse(401, code, message)
}
