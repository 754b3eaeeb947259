import { HIGHEST_ID, type MenuLeaf } from './menu'
import { menuAddress } from './menu-address'

/** What is wrong with an item, whoever made it and whatever is there to be led to; null where nothing is. */
export function itemFault({ kind, targetId, address, labels }: Omit<MenuLeaf, 'id'>) {
  const isNamed = Object.values(labels).some(Boolean)
  if (kind === 'heading') return isNamed ? null : 'labelMissing'
  if (kind !== 'address') return targetId !== null && targetId <= HIGHEST_ID ? null : 'targetMissing'
  if (address === '' || menuAddress(address) !== address) return 'addressWrong'
  return isNamed ? null : 'labelMissing'
}
