import { showToast } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'

/**
 * Plays something whose tracks have to be asked for first, and says so where there are none.
 * @param play answers whether there was anything to play
 */
export function usePlay(play: () => Promise<boolean>): { isBusy: boolean; play(): void } {
  const { isPending, mutate } = useMutation({
    mutationFn: play,
    networkMode: 'always',
    onSuccess(isPlayed) {
      if (!isPlayed) showToast({ title: messages.home.nothingToPlay, isProblem: true })
    },
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })
  return { isBusy: isPending, play: () => mutate() }
}
