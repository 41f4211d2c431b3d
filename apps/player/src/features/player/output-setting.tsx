import { Button, Select, showToast } from '@segue/ui'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../lib/messages.ts'
import { askForOutputs, outputDevices } from './output-devices.ts'
import { SettingField } from './setting-field.tsx'
import { changeSettings, usePlaybackSettings } from './settings.ts'

const { sound } = messages

/** Where the music comes out, where the browser lets a page choose. */
export function OutputSetting() {
  const chosen = usePlaybackSettings(({ outputDeviceId }) => outputDeviceId)
  const { data: devices, refetch } = useQuery({
    queryKey: ['output-devices'],
    queryFn: outputDevices,
    networkMode: 'always',
    staleTime: 0,
  })

  async function ask() {
    try {
      const outputDeviceId = await askForOutputs()
      if (outputDeviceId !== null) changeSettings({ outputDeviceId })
      await refetch()
    } catch {
      showToast({ title: sound.outputRefused, isProblem: true })
    }
  }

  const usual = { value: '', label: sound.outputDefault }
  const named = devices ?? []
  const known = named.some(({ id }) => id === chosen)
  return (
    <SettingField label={sound.output} hint={sound.outputHint}>
      {devices?.length === 0 ? (
        <Button onClick={() => void ask()}>{sound.outputAllow}</Button>
      ) : (
        <Select
          label={sound.output}
          isField
          options={[usual, ...named.map(({ id, label }) => ({ value: id, label }))]}
          value={known ? chosen : ''}
          onValueChange={(outputDeviceId) => changeSettings({ outputDeviceId })}
        />
      )}
    </SettingField>
  )
}
