import { Select, TextField } from '@segue/ui'
import type { UserRow } from '../../lib/user.ts'
import { words } from './words.ts'

type Role = UserRow['role']

const roles = Object.entries(words.roles).map(([value, label]) => ({ value, label }))

export interface UserFieldsProps {
  /** Whose values the fields begin with. */
  user?: { nickname: string; email: string }
  role: Role
  onRoleChange(role: Role): void
  /** What is wrong with a field, as the server said. */
  errors?: Record<string, string>
}

/** What makes an account. */
export function UserFields({ user, role, onRoleChange, errors }: UserFieldsProps) {
  return (
    <div className="space-y-4">
      <TextField
        label={words.nickname}
        name="nickname"
        defaultValue={user?.nickname}
        required
        maxLength={40}
        autoComplete="off"
        error={errors?.['nickname']}
      />
      <TextField
        label={words.email}
        name="email"
        type="email"
        defaultValue={user?.email}
        required
        maxLength={254}
        autoComplete="off"
        error={errors?.['email']}
      />
      <div>
        <p aria-hidden className="mb-1.5 text-sm font-medium">
          {words.role}
        </p>
        <Select
          label={words.role}
          value={role}
          options={roles}
          onValueChange={(value) => onRoleChange(value as Role)}
          isField
        />
      </div>
    </div>
  )
}
