/** The sign of the house: one song fades out while the next fades in. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className ?? 'size-8'}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M6 10c9 0 11 12 20 12"
        fill="none"
        strokeWidth="3.2"
        strokeLinecap="round"
        className="stroke-on-accent opacity-55"
      />
      <path
        d="M6 22c9 0 11-12 20-12"
        fill="none"
        strokeWidth="3.2"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
    </svg>
  )
}
