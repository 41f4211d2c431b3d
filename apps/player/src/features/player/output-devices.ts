/** Where sound can come out, by the browser's own name for it. */
export interface OutputDevice {
  id: string
  label: string
}

/** Whether this browser lets a page choose where it sounds. */
export function canChooseOutput(): boolean {
  if (!('mediaDevices' in navigator)) return false
  const holder = 'AudioWorkletNode' in globalThis ? AudioContext : HTMLMediaElement
  return 'setSinkId' in holder.prototype
}

/** The devices that the browser names; most browsers name none before they were allowed to. */
export async function outputDevices(): Promise<OutputDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter(
      ({ kind, deviceId, label }) => kind === 'audiooutput' && deviceId !== '' && label !== '',
    )
    .filter(({ deviceId }) => deviceId !== 'default' && deviceId !== 'communications')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}

/**
 * Lets the browser ask the listener to name devices. Where it has no question of its own for that it
 * is the one for the microphone, which is let go at once.
 * @returns the device that was chosen in the question itself
 * Rejects when the listener says no.
 */
export async function askForOutputs(): Promise<string | null> {
  const { mediaDevices } = navigator
  if (canSelectOutput(mediaDevices)) return (await mediaDevices.selectAudioOutput()).deviceId
  const stream = await mediaDevices.getUserMedia({ audio: true })
  for (const track of stream.getTracks()) track.stop()
  return null
}

/** Firefox alone has it. */
function canSelectOutput(
  devices: MediaDevices,
): devices is MediaDevices & { selectAudioOutput(): Promise<MediaDeviceInfo> } {
  return 'selectAudioOutput' in devices
}
