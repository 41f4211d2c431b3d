import { classNames } from '@segue/ui'
import { chooseLanguage, languageNames, useLanguage, type Language } from '../../lib/language.ts'

/** The languages side by side, for pages that nobody has signed in to yet. */
export function LanguageButtons() {
  const spoken = useLanguage()
  return (
    <div className="flex gap-1">
      {Object.entries(languageNames).map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === spoken}
          onClick={() => void chooseLanguage(language as Language)}
          className={classNames(
            'h-8 rounded-sm px-2 text-sm hover:bg-sunken hover:text-ink',
            language === spoken ? 'font-semibold text-ink max-sm:hidden' : 'text-ink-soft',
          )}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
