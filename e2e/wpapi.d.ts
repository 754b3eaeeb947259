/** As much of the client as the journeys use; it brings no types of its own. */
declare module 'wpapi' {
  type Item = Record<string, unknown> & { id: number; categories?: number[] }
  type Items = Item[] & { _paging?: { total: number; totalPages: number; next?: Asking } }
  type Asking = {
    perPage(count: number): Asking
    slug(slug: string): Asking
    id(id: number): Asking
    categories(id: number): Asking
    forPost(id: number): Asking
    embed(): Asking
    get(): Promise<Items>
  }
  class WPAPI {
    constructor(options: { endpoint: string })
    posts(): Asking
    categories(): Asking
    comments(): Asking
    users(): Asking
  }
  export = WPAPI
}
