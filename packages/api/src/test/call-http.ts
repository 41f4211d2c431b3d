import { fetchRequestHandler } from '@trpc/server/adapters/fetch'

import { appRouter } from '../router.ts'
import type { Services } from '../services.ts'
import { createContext, type RequestInfo } from '../trpc/context.ts'
import { testOrigin } from './test-app.ts'

export interface HttpAnswer {
  status: number
  /** The body as it leaves. */
  text: string
  error?: { message: string; code: number; data: Record<string, unknown> }
}

/** A call as it comes over HTTP: through tRPC's resolver and error formatter. */
export async function callHttp(
  services: Services,
  path: string,
  body: string | null,
  request: Partial<RequestInfo> = {},
): Promise<HttpAnswer> {
  const info = {
    requestId: 'the-request',
    origin: testOrigin,
    address: '127.0.0.1',
    setCookie: () => undefined,
    ...request,
  }
  const answer = await fetchRequestHandler({
    endpoint: '/trpc',
    router: appRouter,
    req: new Request(`${testOrigin}/trpc/${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
    createContext: () => createContext(services, info),
  })
  const text = await answer.text()
  return { status: answer.status, text, error: JSON.parse(text).error }
}
