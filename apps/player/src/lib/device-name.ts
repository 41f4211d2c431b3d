import { messages } from './messages.ts'

/** In the order in which they are looked for: most browsers also name those they descend from. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

const systems = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** What people call the device of a sign-in: the name it was given, or what its browser says of itself. */
export function deviceName(session: {
  deviceName: string | null
  userAgent: string | null
}): string {
  if (session.deviceName) return session.deviceName
  const agent = session.userAgent ?? ''
  const browser = browsers.find(([token]) => agent.includes(`${token}/`))?.[1]
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1]
  if (browser && system) return messages.account.browserOn(browser, system)
  // A program's name is its first word: `curl/8.5.0`.
  return browser ?? system ?? (/^[\w.-]+/.exec(agent)?.[0] || messages.account.unknownDevice)
}
