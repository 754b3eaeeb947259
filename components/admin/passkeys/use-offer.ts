import { useEffect, useEffectEvent } from 'react'
import { withdrawOffer } from './browser-passkeys'

/** What is to be signed is good for five minutes (lib/auth/passkey-challenge.ts); a page stays open for longer. */
const RENEW_MS = 4 * 60_000

/**
 * Has the browser offer passkeys in the fields of the page for as long as `isOpen`; `say` hears why one that was chosen opened
 * nothing. Where the site cannot be asked, there is the button.
 */
export function useOffer(
  isOpen: boolean,
  offer: (() => Promise<string | null>) | undefined,
  say: (reason: string) => void,
): void {
  const begin = useEffectEvent(async () => {
    const reason = await offer?.().catch(() => null)
    if (reason) say(reason)
  })
  useEffect(() => {
    if (!isOpen) return
    void begin()
    const timer = setInterval(() => void begin(), RENEW_MS)
    return () => {
      clearInterval(timer)
      withdrawOffer()
    }
  }, [isOpen])
}
