import { networkInterfaces } from 'node:os'

import type { Config } from './config.ts'
import { handOver } from './first-admin.ts'
import type { RunningServer } from './start.ts'

/** Says where Segue is, and how the first admin signs in. */
export async function announce(
  { url, port, adminPassword }: RunningServer,
  { config, say }: { config: Config; say: (line: string) => void },
): Promise<void> {
  say('')
  say('Segue is running.')
  say(`  Player  ${url}/`)
  say(`  Admin   ${url}/admin/`)
  if (adminPassword !== null) {
    const wasShown = process.stdout.isTTY === true
    if (wasShown) say(`  Sign in as ${config.admin.email} with ${adminPassword} (shown only now)`)
    const file = await handOver(config.dataDir, { wasShown })
    if (!wasShown) say(`  Sign in as ${config.admin.email}; the password is in ${file}`)
  }
  const address = config.publicUrl ? undefined : localNetworkAddress()
  if (address) say(`  For a phone start with HOST=0.0.0.0 PUBLIC_URL=http://${address}:${port}`)
}

/** This machine's first IPv4 address that others in its network can reach. */
function localNetworkAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)?.address
}
