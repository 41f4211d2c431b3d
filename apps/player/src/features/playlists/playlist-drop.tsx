import { useState, type ReactNode } from 'react'
import { messages } from '../../lib/transfer-messages.ts'
import { startImport } from './start-import.ts'

/** Takes files that are dropped on a page, and says so while they hang over it. */
export function PlaylistDrop({ children }: { children: ReactNode }) {
  const [isOver, setIsOver] = useState(false)
  return (
    <div
      className="relative min-h-[60dvh]"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={(event) => {
        const { currentTarget, relatedTarget } = event
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          setIsOver(false)
      }}
      onDrop={(event) => {
        setIsOver(false)
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        startImport(event.dataTransfer.files)
      }}
    >
      {children}
      {isOver && (
        <p className="pointer-events-none absolute inset-0 z-20 grid place-items-center rounded-xl border-2 border-dashed border-accent bg-canvas/90 text-lg font-semibold">
          {messages.transfer.drop}
        </p>
      )}
    </div>
  )
}
