import { parseArgs } from 'node:util'

import { RunFailure } from './run-failure.ts'

export const usage = `Puts folders of music, or files, into the library of a running Segue.

  pnpm ingest PATH... [--url URL] [--email EMAIL] [--no-loudness] [--json]

  --url URL      the server; on its own machine it is found without
  --email EMAIL  an admin's; the password comes from SEGUE_PASSWORD or is asked for.
                 On the server's own machine neither is needed
  --no-loudness  leaves the loudness of files without tags for it unmeasured
  --json         prints { added, skipped, refused } as the last line
  --help         prints this

Safe to run again, also after an interruption: what is there already is skipped.
`

export interface Arguments {
  paths: string[]
  url: string | undefined
  email: string | undefined
  isJson: boolean
  /** False: what has no tags for it is left unmeasured. */
  isMeasured: boolean
  isHelp: boolean
}

/** @throws RunFailure for what is not understood */
export function readArguments(args: string[]): Arguments {
  const { positionals, values } = parse(args)
  const {
    url,
    email,
    json: isJson = false,
    'no-loudness': isUnmeasured = false,
    help: isHelp = false,
  } = values
  if (positionals.length === 0 && !isHelp) throw new RunFailure('which folder? See --help')
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new RunFailure(`--url must be an address like https://music.example.com, not '${url}'`)
  return { paths: positionals, url, email, isJson, isMeasured: !isUnmeasured, isHelp }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        email: { type: 'string' },
        json: { type: 'boolean' },
        'no-loudness': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (cause) {
    throw new RunFailure(`${(cause as Error).message.split('\n')[0]} See --help`, { cause })
  }
}
