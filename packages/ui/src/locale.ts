let spoken = 'en'

/**
 * Sets the language and region that numbers, dates and durations are written in.
 * @param tag a language tag (BCP 47)
 */
export function setLocale(tag: string): void {
  spoken = tag
}

/** The language tag (BCP 47) to write in; English unless an app set another. */
export function locale(): string {
  return spoken
}

/** A number with its groups of digits: "1,234". */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return numberFormat(options).format(value)
}

/** Which form of a word a count takes: "one" or "other" in English, always "other" in Korean. */
export function pluralOf(count: number): Intl.LDMLPluralRule {
  return pluralRules().select(count)
}

/** A date or a time of day. */
export function formatDate(
  date: Date | number | string,
  options?: Intl.DateTimeFormatOptions,
): string {
  return dateFormat(options).format(new Date(date))
}

/** How far a day is from this one: "today", "yesterday", "in 3 days". */
export function formatRelativeDay(days: number): string {
  return relativeFormat().format(days, 'day')
}

const numberFormat = keptBy(
  (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(spoken, options),
)
const dateFormat = keptBy(
  (options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(spoken, options),
)
const pluralRules = keptBy(() => new Intl.PluralRules(spoken))
const relativeFormat = keptBy(() => new Intl.RelativeTimeFormat(spoken, { numeric: 'auto' }))

/** Makes a thing once a language and options: rows of a list ask for the same ones over and over. */
function keptBy<Options, Made>(make: (options?: Options) => Made): (options?: Options) => Made {
  const kept = new Map<string, Made>()
  return (options) => {
    const name = `${spoken} ${JSON.stringify(options)}`
    const made = kept.get(name) ?? make(options)
    kept.set(name, made)
    return made
  }
}
