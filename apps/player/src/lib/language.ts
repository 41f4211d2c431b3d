import { setLocale } from '@segue/ui'
import { useSyncExternalStore } from 'react'
import { english, speak } from './messages.ts'
import type { Messages } from './messages/en/index.ts'

export type Language = 'en' | 'ko'
/** What a listener chooses: a language, or whichever the device asks for. */
export type LanguageChoice = Language | 'device'

/** The languages by the names they give themselves. */
export const languageNames: Record<Language, string> = { en: 'English', ko: '한국어' }

const key = 'segue.language'
const sentences: Record<Language, () => Promise<Partial<Messages>>> = {
  en: async () => english,
  ko: async () => (await import('./messages/ko/index.ts')).ko,
}
const listeners = new Set<() => void>()

let choice: LanguageChoice = 'device'
let spoken: Language = 'en'
let turn = 0

/** Speaks what was chosen on this device. Await it before the first thing is drawn. */
export async function startLanguage(): Promise<void> {
  choice = storedChoice()
  await changeTo(choice)
}

/** Speaks another language from now on, also at the next visit. */
export async function chooseLanguage(next: LanguageChoice): Promise<void> {
  choice = next
  store(next)
  await changeTo(next)
}

/** The chosen language, as a device's own choice or by name. */
export function chosenLanguage(): LanguageChoice {
  return choice
}

/** The language that the device asks for. */
export function deviceLanguage(): Language {
  return languageOf(navigator.languages)
}

/** The language that is spoken; draws anew when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onChange, () => spoken)
}

/**
 * The first language of a list that the player speaks; English where there is none.
 * @param wanted language tags (BCP 47), the dearest first, as browsers list them
 */
export function languageOf(wanted: readonly string[]): Language {
  const known = wanted.map(languageIn).find((language) => language !== undefined)
  return known ?? 'en'
}

async function changeTo(next: LanguageChoice): Promise<void> {
  const mine = ++turn
  const language = next === 'device' ? deviceLanguage() : next
  const messages = await sentences[language]()
  if (mine !== turn) return
  speak(messages)
  spoken = language
  document.documentElement.lang = language
  // Dates as they are written where the listener lives, in the language spoken here.
  const isOfIt = (tag: string) => languageIn(tag) === language && isLocale(tag)
  setLocale(navigator.languages.find(isOfIt) ?? language)
  for (const listener of listeners) listener()
}

/** Browsers name languages after the system now and then: `en-US@posix` is no locale. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

function languageIn(tag: string): Language | undefined {
  const [base = ''] = tag.toLowerCase().split('-')
  return base === 'en' || base === 'ko' ? base : undefined
}

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function storedChoice(): LanguageChoice {
  try {
    return languageIn(localStorage.getItem(key) ?? '') ?? 'device'
  } catch {
    // The browser blocks storage: the device decides.
    return 'device'
  }
}

function store(next: LanguageChoice): void {
  try {
    if (next === 'device') localStorage.removeItem(key)
    else localStorage.setItem(key, next)
  } catch {
    // The browser blocks storage, or it is full: the choice lasts as long as the page.
  }
}
