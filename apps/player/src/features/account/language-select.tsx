import { Select } from '@segue/ui'
import {
  chooseLanguage,
  chosenLanguage,
  deviceLanguage,
  languageNames,
  type LanguageChoice,
} from '../../lib/language.ts'
import { messages } from '../../lib/messages.ts'

const { account } = messages

/** The language of the pages, each by the name it gives itself. */
export function LanguageSelect() {
  const names = Object.entries(languageNames).map(([value, label]) => ({ value, label }))
  return (
    <Select
      label={account.language}
      value={chosenLanguage()}
      options={[
        { value: 'device', label: account.deviceLanguage(languageNames[deviceLanguage()]) },
        ...names,
      ]}
      onValueChange={(choice) => void chooseLanguage(choice as LanguageChoice)}
    />
  )
}
