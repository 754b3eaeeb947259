import { DrawnMenu, type MenuQuery } from './drawn-menu'

export const dynamic = 'force-dynamic'

export default async function Page({ searchParams }: { searchParams: MenuQuery }) {
  return <DrawnMenu place="masthead" query={searchParams} />
}
