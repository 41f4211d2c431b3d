import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { fieldLook } from './field-look.ts'

export interface CopyFieldProps {
  label: string
  value: string
  copyLabel: string
  copiedLabel: string
}

/** A text to hand over, and the button that copies it. */
export function CopyField({ label, value, copyLabel, copiedLabel }: CopyFieldProps) {
  const id = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === value
  const Icon = isCopied ? Check : Copy

  async function copy() {
    inputRef.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setCopied(value)
    } catch {
      // Not allowed, or not over plain HTTP: the text stands selected, ready to be copied by hand.
    }
  }

  return (
    <div>
      <label htmlFor={id} className={fieldLook.label}>
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={inputRef}
          id={id}
          readOnly
          value={value}
          onFocus={({ currentTarget }) => currentTarget.select()}
          className={`h-11 min-w-0 ${fieldLook.control}`}
        />
        <Button size="lg" onClick={() => void copy()}>
          <Icon aria-hidden className="size-4" />
          {isCopied ? copiedLabel : copyLabel}
        </Button>
      </div>
      <output className="sr-only">{isCopied && copiedLabel}</output>
    </div>
  )
}
