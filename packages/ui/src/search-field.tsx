import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

const typingPauseMs = 200

export interface SearchFieldProps {
  id: string
  label: string
  placeholder: string
  clearLabel: string
  /** What is searched for now. */
  value: string
  /** Called once the typing pauses. */
  onSearch(text: string): void
  /** How long a pause is, in milliseconds. */
  pauseMs?: number
  /** A key after a pause searches at once; only what is typed without one waits for the next. */
  isEager?: boolean
  /** The id of what says more about it. */
  describedBy?: string
  /** With what is in the field, typed just now or not. */
  onKeyDown?(event: KeyboardEvent<HTMLInputElement>): void
  className?: string
}

/**
 * A field that searches while one types. What comes from elsewhere, as by Back, replaces its text;
 * what it sent itself does not, however late that arrives.
 */
export function SearchField(props: SearchFieldProps) {
  const { value, onSearch, pauseMs = typingPauseMs, isEager = false } = props
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  // What was sent and has not come back as `value` yet, oldest first.
  const [underway, setUnderway] = useState<readonly string[]>([])
  const latest = underway.at(-1) ?? seen
  const inputRef = useRef<HTMLInputElement>(null)
  const typedAt = useRef(0)
  if (value !== seen) {
    const arrived = underway.indexOf(value)
    setSeen(value)
    setUnderway(arrived < 0 ? [] : underway.slice(arrived + 1))
    if (arrived < 0) setText(value)
  }

  useEffect(() => {
    if (text === latest) return
    const sinceKey = performance.now() - typedAt.current
    typedAt.current += sinceKey
    const search = () => {
      setUnderway((before) => [...before, text])
      onSearch(text)
    }
    const timer = setTimeout(search, isEager && sinceKey > pauseMs ? 0 : pauseMs)
    return () => clearTimeout(timer)
  }, [text, latest, onSearch, pauseMs, isEager])

  return (
    <search className={classNames('relative block min-w-0', props.className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        ref={inputRef}
        id={props.id}
        type="search"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        placeholder={props.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={props.onKeyDown}
        className="h-10 w-full rounded-md border border-line bg-surface pr-10 pl-9 text-base text-ink placeholder:text-ink-faint hover:border-line-strong focus-visible:border-accent focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== '' && (
        <IconButton
          label={props.clearLabel}
          size="sm"
          onClick={() => {
            setText('')
            inputRef.current?.focus()
          }}
          className="absolute top-1 right-1"
        >
          <X aria-hidden className="size-4" />
        </IconButton>
      )}
    </search>
  )
}
