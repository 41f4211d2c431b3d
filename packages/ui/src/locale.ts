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
  return new Intl.NumberFormat(spoken, options).format(value)
}

/** Which form of a word a count takes: "one" or "other" in English, always "other" in Korean. */
export function pluralOf(count: number): Intl.LDMLPluralRule {
  return new Intl.PluralRules(spoken).select(count)
}

/** A date or a time of day. */
export function formatDate(
  date: Date | number | string,
  options?: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(spoken, options).format(new Date(date))
}
