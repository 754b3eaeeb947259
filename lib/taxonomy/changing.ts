import type { DescriptionFault, NameFault } from './names'

/** Why nothing was changed: keys of the newsroom's words (lib/i18n/taxonomy-en.ts). */
export type TermRefusal =
  | NameFault
  | DescriptionFault
  | 'forbidden'
  /** It is not there any more. */
  | 'gone'
  | 'addressTaken'
  /** Below itself. */
  | 'loop'
  /** Into itself, or where it is already. */
  | 'same'
  | 'notEmpty'
  /** One below it would get an address that another has. */
  | 'childTaken'

export type Refused = { ok: false; reason: TermRefusal }
export const refuse = (reason: TermRefusal): Refused => ({ ok: false, reason })
