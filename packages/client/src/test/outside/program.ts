import { createSegue, isSegueError, reasonOf, type RouterOutputs } from '@segue/client'

declare const process: { argv: string[]; stdout: { write(text: string): void } }

const [url = '', email = '', password = ''] = process.argv.slice(2)
const segue = createSegue({ url, email, password, deviceName: 'A program from outside' })

const me = await segue.me.get.query()
const { items } = await segue.tracks.list.query({ sort: 'newest', limit: 10 })
const titles: string[] = items.map((track) => track.title)

type Stream = RouterOutputs['stream']['start']
const streams: Stream[] = []
for (const track of items) streams.push(await segue.stream.start.mutate({ trackId: track.id }))
const heard = await Promise.all(
  streams.map(async (stream) => {
    const response = await fetch(stream.url, { headers: { range: 'bytes=0-3' } })
    return { status: response.status, bytes: await response.text() }
  }),
)
const history = await segue.history.list.query({})

// @ts-expect-error a limit is a number
const misuse = await segue.tracks.list.query({ limit: 'ten' }).catch((error: unknown) => error)
// @ts-expect-error there is no such field in what comes back
const missing: undefined = me.passwordHash

await segue.signOut()
process.stdout.write(
  JSON.stringify({
    email: me.email,
    titles,
    heard,
    played: history.items.map(({ track }) => track.title),
    misuse: isSegueError(misuse) ? [reasonOf(misuse), Object.keys(misuse.data?.fields ?? {})] : [],
    missing: missing ?? null,
  }),
)
