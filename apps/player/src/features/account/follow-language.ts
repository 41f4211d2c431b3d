import { chooseLanguage, chosenLanguage, languageNames, type Language } from '../../lib/language.ts'
import { queries, queryClient } from '../../lib/trpc.ts'

/**
 * Speaks the language that the listener has chosen, on whichever device that was: when they sign in
 * here, and when the account is seen to have another one than before.
 */
export function followLanguage(): void {
  let seen: string | undefined
  queryClient.getQueryCache().subscribe(() => {
    const user = queries.auth.session.getData()?.user
    if (!user) return
    const state = `${user.id} ${user.locale}`
    if (state === seen) return
    seen = state
    const locale = user.locale ?? ''
    if (isLanguage(locale) && locale !== chosenLanguage()) void chooseLanguage(locale)
  })
}

function isLanguage(locale: string): locale is Language {
  return Object.hasOwn(languageNames, locale)
}
