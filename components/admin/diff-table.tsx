import type { DiffPart, DiffRow } from '@/lib/documents/diff'
import type { FieldChange } from './history/changed-fields'

type Props = { fields: FieldChange[]; rows: DiffRow[]; before: string; after: string; same: string }

const changes = ({ before, after }: DiffRow) =>
  before === null || after === null || [...before, ...after].some(({ changed }) => changed)

/** Two versions side by side. What is the same in both is left out, but for the block before a change of the text. */
export function DiffTable({ fields, rows, before, after, same }: Props) {
  const shown = rows.filter((row, i) => changes(row) || (rows[i + 1] && changes(rows[i + 1] ?? row)))
  if (!fields.length && !rows.some(changes)) return <p className="meta">{same}</p>
  return (
    <table className="diff">
      <thead>
        <tr>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.label} className="field-row">
            <td data-side={before}>
              <b>{field.label}</b>
              <span dir="auto">
                <Parts parts={field.before} as="del" />
              </span>
            </td>
            <td data-side={after}>
              <b>{field.label}</b>
              <span dir="auto">
                <Parts parts={field.after} as="ins" />
              </span>
            </td>
          </tr>
        ))}
        {shown.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one comparison never move
          <tr key={i} className={changes(row) ? undefined : 'same'}>
            <td data-side={before} dir="auto">
              <Parts parts={row.before} as="del" />
            </td>
            <td data-side={after} dir="auto">
              <Parts parts={row.after} as="ins" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Parts({ parts, as: Changed }: { parts: DiffPart[] | null; as: 'ins' | 'del' }) {
  return parts?.map(({ text, changed }, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one block never move
    changed ? <Changed key={i}>{text}</Changed> : <span key={i}>{text}</span>,
  )
}
