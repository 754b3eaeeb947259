import type { CategoryLine } from '@/lib/taxonomy/admin-queries'

type Props = {
  id: string
  name: string
  label: string
  lines: readonly CategoryLine[]
  value: string
  /** What the first choice says, which is none of them. */
  none: string
  required?: boolean
}

/** One of the categories, indented as they stand in the tree. */
export function CategoryChoice({ id, name, label, lines, value, none, required = false }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="choose">
        <select id={id} name={name} defaultValue={value} required={required}>
          <option value="">{none}</option>
          {lines.map((line) => (
            <option key={line.id} value={line.id}>
              {`${'\u2003'.repeat(line.depth)}${line.name}`}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
