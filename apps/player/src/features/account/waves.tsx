/** One song fading out while the next fades in, as lines across the page. Decoration. */
export function Waves() {
  return (
    <svg
      viewBox="0 0 1440 720"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      fill="none"
      className="absolute inset-0 -z-10 size-full"
    >
      {Array.from({ length: 14 }, (_, index) => {
        const rise = index * 20
        return (
          <g key={rise}>
            <path
              d={`M-40 ${150 + rise} C 520 ${110 + rise * 0.6}, 900 ${610 - rise * 0.7}, 1480 ${470 + rise * 0.5}`}
              className="stroke-line"
              strokeWidth="1.5"
            />
            <path
              d={`M-40 ${620 - rise} C 520 ${650 - rise * 0.6}, 900 ${120 + rise * 0.7}, 1480 ${260 - rise * 0.5}`}
              className="stroke-accent opacity-18"
              strokeWidth="1.5"
            />
          </g>
        )
      })}
    </svg>
  )
}
