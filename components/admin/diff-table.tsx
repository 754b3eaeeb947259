import type { DiffPart, DiffRow } from '@/lib/documents/diff'

type Props = { rows: DiffRow[]; before: string; after: string; same: string }

const changes = ({ before, after }: DiffRow) =>
  before === null || after === null || [...before, ...after].some(({ changed }) => changed)

/** Two texts side by side. What is the same in both is left out, but for the block before a change. */
export function DiffTable({ rows, before, after, same }: Props) {
  const shown = rows.filter((row, i) => changes(row) || (rows[i + 1] && changes(rows[i + 1] ?? row)))
  if (!rows.some(changes)) return <p className="meta">{same}</p>
  return (
    <table className="diff">
      <thead>
        <tr>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
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
