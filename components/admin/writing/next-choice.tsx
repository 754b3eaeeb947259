export type Named = { id: number; name: string }

type Props = {
  id: string
  /** Of the field, and what stands in it while it is empty. */
  label: string
  /** Those that are still to be had. */
  left: readonly Named[]
  onChoose(id: number): void
  /** Hears whatever is typed that names none of them. */
  onType?(text: string): void
  onEnter?(text: string): void
}

/** A field in which one of many is chosen by the beginning of its name. */
export function NextChoice({ id, label, left, onChoose, onType, onEnter }: Props) {
  return (
    <>
      <input
        id={id}
        type="text"
        aria-label={label}
        placeholder={label}
        list={`${id}-choices`}
        autoComplete="off"
        dir="auto"
        onChange={(event) => {
          const typed = event.target.value
          const found = left.find(({ name }) => name === typed)
          if (found) {
            event.target.value = ''
            onChoose(found.id)
          }
          onType?.(found ? '' : typed)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !event.currentTarget.value.trim()) return
          event.preventDefault()
          const typed = event.currentTarget.value.trim().toLowerCase()
          const found = left.find(({ name }) => name.toLowerCase() === typed)
          if (found) {
            event.currentTarget.value = ''
            onChoose(found.id)
            onType?.('')
          } else onEnter?.(event.currentTarget.value.trim())
        }}
      />
      <datalist id={`${id}-choices`}>
        {left.map((choice) => (
          <option key={choice.id} value={choice.name} />
        ))}
      </datalist>
    </>
  )
}
