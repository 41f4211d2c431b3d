import { refusal } from './refusal.ts'
import type { TestClient } from './test-app.ts'

/** What a call came to: its answer, or the reason it was refused for. */
export type Outcome = { answer: unknown } | { code: string; reason: string }

/** Calls a procedure by its name. */
export async function callByName(
  { api }: TestClient,
  name: string,
  input?: unknown,
): Promise<unknown> {
  const procedure = name
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], api)
  return (procedure as (input: unknown) => Promise<unknown>)(input)
}

export async function outcomeOf(client: TestClient, name: string, input?: unknown) {
  const call = callByName(client, name, input)
  return call.then(
    (answer): Outcome => ({ answer }),
    async (): Promise<Outcome> => {
      const { code, reason } = await refusal(call)
      return { code, reason }
    },
  )
}
