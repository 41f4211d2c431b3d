import { classNames, IconButton, Progress } from '@segue/ui'
import {
  CircleAlert,
  CircleCheck,
  Copy,
  FileAudio,
  RotateCw,
  X,
  type LucideIcon,
} from 'lucide-react'
import { useRef } from 'react'
import { formatBytes } from '../../lib/format-bytes.ts'
import { messages } from '../../lib/messages.ts'
import { retryUpload, type Upload, type UploadState } from './upload-queue.ts'

const { upload: words } = messages

const ends: Partial<Record<UploadState['step'], { Icon: LucideIcon; color: string }>> = {
  done: { Icon: CircleCheck, color: 'text-success' },
  duplicate: { Icon: Copy, color: 'text-ink-faint' },
  refused: { Icon: CircleAlert, color: 'text-danger' },
}
const underWay = { Icon: FileAudio, color: 'text-ink-faint' }

export interface UploadRowProps {
  upload: Upload
  onRemove(button: HTMLButtonElement): void
}

/** A chosen file: how far it is, or what became of it. */
export function UploadRow({ upload: { id, file, state }, onRemove }: UploadRowProps) {
  const removeRef = useRef<HTMLButtonElement>(null)

  function retry() {
    // The button that was pressed goes away.
    removeRef.current?.focus()
    retryUpload(id)
  }

  const { Icon, color } = ends[state.step] ?? underWay
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-3">
      <Icon aria-hidden className={classNames('size-5', color)} />
      <div className="min-w-0">
        <p className="flex items-baseline gap-2">
          <span className="truncate text-sm font-medium">{file.name}</span>
          <span className="shrink-0 text-xs text-ink-faint">{formatBytes(file.size)}</span>
        </p>
        <p
          className={classNames(
            'text-sm',
            state.step === 'refused' ? 'text-danger' : 'text-ink-soft',
          )}
        >
          {sentenceOf(state)}
        </p>
        {'share' in state && (
          <Progress label={words.progress(file.name)} value={state.share} className="mt-1.5" />
        )}
      </div>
      <div className="flex">
        {state.step === 'refused' && state.canRetry && (
          <IconButton label={words.retry(file.name)} size="sm" onClick={retry}>
            <RotateCw aria-hidden className="size-4" />
          </IconButton>
        )}
        <IconButton
          ref={removeRef}
          label={'share' in state ? words.cancel(file.name) : words.remove(file.name)}
          size="sm"
          onClick={({ currentTarget }) => onRemove(currentTarget)}
        >
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
    </li>
  )
}

function sentenceOf(state: UploadState): string {
  if ('isMeasuring' in state) {
    const outcome =
      state.step === 'done'
        ? words.doneAs(state.track.title, state.track.artist.name)
        : words.duplicate
    return state.isMeasuring ? `${outcome} · ${words.measuring}` : outcome
  }
  if (state.step === 'refused') return `${words.refused}: ${state.sentence}`
  if ('share' in state && state.share !== null) {
    return `${words[state.step]} ${Math.round(state.share * 100)} %`
  }
  return words[state.step]
}
