import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { createOrm, DomainError, inviteAdmin, inviteBack, migrate, type Reason } from '@segue/api'

import { type Config, readConfig } from './config.ts'
import { openDatabase } from './open-database.ts'
import { ownOrigins } from './origins.ts'
import { StartError } from './start-error.ts'

const usage = `Ways in, on the server's own machine, whether the server runs or not.

  pnpm admin create EMAIL          makes an admin
  pnpm admin reset-password EMAIL  lets the owner of an account choose a new password

Each prints a link that sets the password, once, within an hour.
`

const commands = { create: inviteAdmin, 'reset-password': inviteBack }
type Command = keyof typeof commands

const say = (line: string) => void process.stderr.write(`${line}\n`)

async function makeLink(command: Command, email: string): Promise<string> {
  const config = readConfig()
  const origin = await originOf(config)
  const database = await openDatabase(config, say)
  try {
    const orm = await createOrm({ url: database.url, poolSize: 2 })
    try {
      await migrate(orm)
      return (await commands[command](orm, { email, origin })).url
    } finally {
      await orm.close()
    }
  } finally {
    await database.stop()
  }
}

/** Where browsers see the server; while it takes any free port, the one it took last. */
async function originOf({ publicUrl, port, dataDir }: Config): Promise<string> {
  const [origin = ''] = ownOrigins({
    publicUrl,
    port: port || (await lastPort(dataDir)),
    allowedOrigins: [],
  })
  return origin
}

async function lastPort(dataDir: string): Promise<number> {
  const file = await readFile(join(dataDir, 'cli.json'), 'utf8').catch(() => '{}')
  const { url } = JSON.parse(file) as { url?: string }
  return Number(URL.parse(url ?? '')?.port)
}

/** What went wrong, for the person at the keyboard. */
function explain(reason: Reason, email: string): string | undefined {
  const sentences: Partial<Record<Reason, string>> = {
    email_taken: `there is an account of ${email} already: 'pnpm admin reset-password ${email}' lets its owner in, and other admins can change its role`,
    input_invalid: `'${email}' is no e-mail address`,
    not_found: `there is no account of ${email}`,
  }
  return sentences[reason]
}

const [command = '', email = '', ...rest] = process.argv.slice(2)
const isHelp = ['--help', '-h', 'help'].includes(command)

if (isHelp) process.stdout.write(usage)
else if (!Object.hasOwn(commands, command) || !email || rest.length > 0) {
  process.stderr.write(usage)
  process.exitCode = 1
} else {
  try {
    const url = await makeLink(command as Command, email)
    process.stdout.write(`Open this within an hour to set the password of ${email}:\n${url}\n`)
  } catch (error) {
    const sentence = error instanceof DomainError ? explain(error.reason, email) : undefined
    const { message, stack } = error as Error
    process.stderr.write(`admin: ${sentence ?? (error instanceof StartError ? message : stack)}\n`)
    process.exitCode = 1
  }
}
