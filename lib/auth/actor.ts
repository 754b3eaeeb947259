export type Role = 'CONTRIBUTOR' | 'AUTHOR' | 'EDITOR' | 'ADMIN'

/** Who does something in the newsroom: asked by every mutation, and written down with what was done. */
export type Actor = { id: string; name: string; role: Role }
