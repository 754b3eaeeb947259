import { useRef } from 'react'

const KINDS = 'image/jpeg,image/png,image/webp,image/gif'

type Props = { label: string; isMultiple?: boolean; describedBy: string; take(files: File[]): void }

/** A button that asks for files of this device. */
export function FileButton({ label, isMultiple = false, describedBy, take }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="button" aria-describedby={describedBy} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={KINDS}
        multiple={isMultiple}
        onChange={({ target }) => {
          const files = Array.from(target.files ?? [])
          // The same file may be chosen once more.
          target.value = ''
          if (files.length) take(files)
        }}
      />
    </>
  )
}
