import { IconButton } from '@segue/ui'
import { Keyboard } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { showShortcuts } from '../../lib/shortcut-sheet.ts'

/** Opens the list of shortcuts, for who does not know the key for it. */
export function ShortcutsButton({ className }: { className?: string }) {
  return (
    <IconButton
      label={messages.shortcuts.title}
      size="sm"
      className={className}
      onClick={() => showShortcuts(true)}
    >
      <Keyboard aria-hidden className="size-[1.125rem]" />
    </IconButton>
  )
}
