import { useId, type ReactNode } from 'react'

export interface SettingsSectionProps {
  title: string
  detail?: string
  children: ReactNode
}

/** One thing that can be set on the listener's own page. */
export function SettingsSection({ title, detail, children }: SettingsSectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-4 border-t border-line py-7 first:border-t-0 md:grid-cols-[14rem_minmax(0,26rem)]"
    >
      <div>
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {detail !== undefined && <p className="mt-1 text-sm text-ink-soft">{detail}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
