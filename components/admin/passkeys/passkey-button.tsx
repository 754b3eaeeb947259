'use client'

import { useEffect, useState } from 'react'
import { hasPasskeys } from './browser-passkeys'
import { useOffer } from './use-offer'

type Props = {
  label: string
  className?: string
  needsScript: string
  said: Record<string, string>
  /** Answers a word of `said` where it came to nothing; null where the page goes on. */
  press: () => Promise<string | null>
  /** What the browser is asked for while nobody presses; answers like `press`. */
  offer?: () => Promise<string | null>
}

/** A button that asks the browser for a passkey, and says what came of it. Without script it says that it needs some. */
export function PasskeyButton({ label, className = 'button', needsScript, said, press, offer }: Props) {
  const [isReady, setReady] = useState<boolean | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  useEffect(() => setReady(hasPasskeys()), [])
  useOffer(isReady === true && !isBusy, offer, setReason)
  const run = async () => {
    setBusy(true)
    setReason(null)
    // The network may be gone.
    setReason(await press().catch(() => 'failed'))
    setBusy(false)
  }
  if (isReady === false) return <p className="hint">{said.unsupported}</p>
  return (
    <>
      <button className={className} type="button" disabled={!isReady || isBusy} onClick={() => void run()}>
        {label}
      </button>
      <noscript>
        <p className="hint">{needsScript}</p>
      </noscript>
      <p className={reason ? 'wrong' : 'unseen'} role="status">
        {reason ? (said[reason] ?? said.failed) : ''}
      </p>
    </>
  )
}
