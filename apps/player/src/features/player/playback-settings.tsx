import { Dialog, Select, Slider, Switch } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { canChooseOutput } from './output-devices.ts'
import { OutputSetting } from './output-setting.tsx'
import { SettingField } from './setting-field.tsx'
import {
  changeSettings,
  longestCrossfadeSeconds,
  loudnessModes,
  speeds,
  usePlaybackSettings,
} from './settings.ts'

const { sound } = messages

export interface PlaybackSettingsProps {
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
}

/** How music is to sound on this device; what is changed is heard at once. */
export function PlaybackSettings({ isOpen, onOpenChange }: PlaybackSettingsProps) {
  const settings = usePlaybackSettings()
  const inWords = (seconds: number) => (seconds > 0 ? sound.seconds(seconds) : sound.crossfadeOff)
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={sound.title}
      closeLabel={messages.close}
      startsAtTitle
    >
      <div className="space-y-6">
        <SettingField
          label={sound.crossfade}
          hint={sound.crossfadeHint}
          value={inWords(settings.crossfadeSeconds)}
        >
          <Slider
            label={sound.crossfade}
            value={settings.crossfadeSeconds}
            max={longestCrossfadeSeconds}
            largeStep={3}
            showsHandle
            className="w-full"
            valueText={inWords}
            onValueChange={(crossfadeSeconds) => changeSettings({ crossfadeSeconds })}
          />
        </SettingField>
        <Switch
          label={sound.albums}
          hint={sound.albumsHint}
          isOn={settings.crossfadesAlbums}
          isDisabled={settings.crossfadeSeconds === 0}
          onChange={(crossfadesAlbums) => changeSettings({ crossfadesAlbums })}
        />
        <SettingField label={sound.loudness} hint={sound.loudnessHint}>
          <Select
            label={sound.loudness}
            isField
            options={loudnessModes.map((mode) => ({
              value: mode,
              label: sound.loudnessModes[mode],
            }))}
            value={settings.loudness}
            onValueChange={(chosen) => {
              const loudness = loudnessModes.find((mode) => mode === chosen)
              if (loudness) changeSettings({ loudness })
            }}
          />
        </SettingField>
        <SettingField label={sound.speed} hint={sound.speedHint}>
          <Select
            label={sound.speed}
            isField
            options={speeds.map((speed) => ({ value: String(speed), label: sound.times(speed) }))}
            value={String(settings.speed)}
            onValueChange={(speed) => changeSettings({ speed: Number(speed) })}
          />
        </SettingField>
        {canChooseOutput() && <OutputSetting />}
      </div>
    </Dialog>
  )
}
