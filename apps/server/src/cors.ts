import type { ServerResponse } from 'node:http'

/** Lets pages of an origin that the settings allow read this answer. */
export function allowCrossOrigin(response: ServerResponse, origin: string): void {
  response.appendHeader('vary', 'origin')
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('access-control-expose-headers', 'x-request-id, retry-after')
}

/** Answers OPTIONS; without the headers of `allowCrossOrigin` a browser takes it for a no. */
export function answerPreflight(response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', 'GET, POST')
  response.setHeader('access-control-allow-headers', 'authorization, content-type')
  response.setHeader('access-control-max-age', '600')
  response.statusCode = 204
  response.end()
}
