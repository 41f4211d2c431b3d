export interface PersonCellProps {
  person: { nickname: string; email: string }
}

/** Whose row it is: the name, and the e-mail that tells people of one name apart. */
export function PersonCell({ person }: PersonCellProps) {
  return (
    <div className="min-w-0">
      <p className="truncate">{person.nickname}</p>
      <p className="truncate text-xs text-ink-faint">{person.email}</p>
    </div>
  )
}
