import { Select, showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import {
  chooseLanguage,
  chosenLanguage,
  deviceLanguage,
  languageNames,
  type LanguageChoice,
} from '../../lib/language.ts'
import { messages } from '../../lib/me-messages.ts'
import { api } from '../../lib/trpc.ts'
import { showUser } from './own-user.ts'

const { account } = messages

/** The language of the pages, each by the name it gives itself; it follows the listener elsewhere. */
export function LanguageSelect() {
  const names = Object.entries(languageNames).map(([value, label]) => ({ value, label }))
  return (
    <Select
      label={account.language}
      isField
      value={chosenLanguage()}
      options={[
        { value: 'device', label: account.deviceLanguage(languageNames[deviceLanguage()]) },
        ...names,
      ]}
      onValueChange={(choice) => void speak(choice as LanguageChoice)}
      className="w-full"
    />
  )
}

/** Here at once, whatever comes of the other devices. */
async function speak(choice: LanguageChoice): Promise<void> {
  const locale = choice === 'device' ? null : choice
  const spoken = chooseLanguage(choice)
  try {
    showUser(await api.me.update.mutate({ locale }))
  } catch (error) {
    await spoken
    showToast({ title: messages.me.languageHere, detail: errorSentence(error), isProblem: true })
  }
}
