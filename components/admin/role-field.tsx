import { ROLES } from '@/lib/auth/permissions'
import type { AdminWords } from '@/lib/i18n/admin-words'

export function RoleField({
  id,
  label,
  words,
  value,
}: {
  id: string
  label: string
  words: AdminWords
  value: string
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="choose">
        <select id={id} name="role" defaultValue={value}>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {words.roles[role]}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
