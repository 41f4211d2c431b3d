import { Dialog, Switch } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { showShortcuts, useShortcutSheet } from '../../lib/shortcut-sheet.ts'
import { setSingleKeys, useSingleKeys } from '../../lib/single-keys.ts'

const { shortcuts } = messages

interface Line {
  label: string
  /** Each way to do it: the keys that are pressed together. */
  ways: string[][]
}

/** The list of shortcuts, and whether single keys are some. */
export function ShortcutSheet() {
  const isOpen = useShortcutSheet((state) => state.isOpen)
  const isOn = useSingleKeys((state) => state.isOn)
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={showShortcuts}
      title={shortcuts.title}
      closeLabel={messages.close}
      startsAtTitle
      className="max-w-2xl"
    >
      <div className="gap-x-10 sm:columns-2">
        {groups().map(({ title, lines }) => (
          <section key={title} className="break-inside-avoid pb-5">
            <h3 className="mb-1 text-xs font-semibold text-ink-faint">{title}</h3>
            <dl>
              {lines.map((line) => (
                <ShortcutLine key={line.label} {...line} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="mt-1 border-t border-line pt-4">
        <Switch
          label={shortcuts.singleKeys}
          hint={shortcuts.singleKeysHint}
          isOn={isOn}
          onChange={setSingleKeys}
        />
      </div>
    </Dialog>
  )
}

function ShortcutLine({ label, ways }: Line) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-3 text-sm">
      <dt>{label}</dt>
      <dd className="flex shrink-0 gap-2">
        {ways.map((keys) => (
          <span key={keys.join()} className="flex gap-1">
            {keys.map((key) => (
              <kbd
                key={key}
                className="min-w-6 rounded-sm border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-sans text-xs text-ink-soft"
              >
                {key}
              </kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  )
}

function groups(): { title: string; lines: Line[] }[] {
  const command = /Mac|iP/.test(navigator.userAgent) ? '⌘' : shortcuts.ctrl
  return [
    {
      title: shortcuts.music,
      lines: [
        { label: shortcuts.toggle, ways: [[shortcuts.space]] },
        { label: shortcuts.seek, ways: [['←'], ['→']] },
        {
          label: shortcuts.skip,
          ways: [
            [shortcuts.shift, '←'],
            [shortcuts.shift, '→'],
          ],
        },
        { label: shortcuts.tenth, ways: [['0 … 9']] },
        { label: shortcuts.favorite, ways: [['L']] },
      ],
    },
    {
      title: shortcuts.sound,
      lines: [
        { label: shortcuts.volume, ways: [['↑'], ['↓']] },
        { label: shortcuts.mute, ways: [['M']] },
        { label: shortcuts.shuffle, ways: [['S']] },
        { label: shortcuts.repeat, ways: [['R']] },
      ],
    },
    {
      title: shortcuts.app,
      lines: [
        { label: shortcuts.search, ways: [['/'], [command, 'K']] },
        { label: shortcuts.queue, ways: [['Q']] },
        { label: shortcuts.remove, ways: [['Delete']] },
        { label: shortcuts.nowPlaying, ways: [['N'], ['F']] },
        { label: shortcuts.sheet, ways: [['?']] },
      ],
    },
  ]
}
