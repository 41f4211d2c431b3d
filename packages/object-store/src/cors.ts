import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerEmpty } from './answer.ts'
import type { CorsRule } from './buckets.ts'
import { S3Error } from './s3-error.ts'
import { malformedXml } from './xml.ts'
import type { XmlElement, XmlValue } from './xml.ts'

const METHODS = new Set(['GET', 'PUT', 'HEAD', 'POST', 'DELETE'])
const MAX_RULES = 100

/** Sets what a browser needs to read an answer, errors included, if a rule of the bucket allows. */
export function setCorsHeaders(
  rules: readonly CorsRule[],
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  response.appendHeader('Vary', 'Origin')
  const { origin } = incoming.headers
  const method = incoming.method ?? ''
  if (origin === undefined || method === 'OPTIONS') return
  const rule = rules.find((rule) => allows(rule, origin, method))
  if (rule) setOriginHeaders(response, rule, origin)
}

/**
 * Answers a preflight request; it is never signed.
 * @throws S3Error AccessForbidden when no rule allows the request it asks for
 */
export function answerPreflight(
  rules: readonly CorsRule[],
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  const { origin } = incoming.headers
  const method = incoming.headers['access-control-request-method']
  const asked = (incoming.headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
  response.appendHeader('Vary', 'Access-Control-Request-Headers, Access-Control-Request-Method')
  const rule = rules.find(
    (rule) =>
      origin !== undefined &&
      method !== undefined &&
      allows(rule, origin, method) &&
      asked.every((name) => rule.allowedHeaders.some((pattern) => matches(pattern, name))),
  )
  if (!rule || origin === undefined) {
    throw new S3Error('AccessForbidden', 'No CORS rule of the bucket allows this request.')
  }
  setOriginHeaders(response, rule, origin)
  response.setHeader('Access-Control-Allow-Methods', rule.allowedMethods.join(', '))
  if (asked.length > 0) response.setHeader('Access-Control-Allow-Headers', asked.join(', '))
  if (rule.maxAgeSeconds !== undefined) {
    response.setHeader('Access-Control-Max-Age', rule.maxAgeSeconds)
  }
  answerEmpty(response, 200)
}

/** @throws S3Error MalformedXML */
export function readCorsRules(configuration: XmlElement): CorsRule[] {
  const rules = configuration.all('CORSRule').map((rule) => {
    const maxAge = rule.text('MaxAgeSeconds')
    return {
      allowedOrigins: rule.texts('AllowedOrigin'),
      allowedMethods: rule.texts('AllowedMethod'),
      allowedHeaders: rule.texts('AllowedHeader').map((name) => name.toLowerCase()),
      exposeHeaders: rule.texts('ExposeHeader'),
      maxAgeSeconds: maxAge === undefined ? undefined : Number(maxAge),
    }
  })
  if (rules.length === 0 || rules.length > MAX_RULES || !rules.every(isRule)) throw malformedXml()
  return rules
}

/** The rules as GetBucketCors writes them. */
export function corsRulesXml(rules: readonly CorsRule[]): { CORSRule: XmlValue } {
  return {
    CORSRule: rules.map((rule) => ({
      AllowedOrigin: rule.allowedOrigins,
      AllowedMethod: rule.allowedMethods,
      AllowedHeader: rule.allowedHeaders,
      ExposeHeader: rule.exposeHeaders,
      MaxAgeSeconds: rule.maxAgeSeconds,
    })),
  }
}

function isRule(rule: CorsRule): boolean {
  const { allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds } = rule
  return (
    allowedOrigins.length > 0 &&
    allowedMethods.length > 0 &&
    allowedMethods.every((method) => METHODS.has(method)) &&
    allowedOrigins.every((origin) => origin.split('*').length <= 2) &&
    [...allowedHeaders, ...exposeHeaders].every((name) => /^[\w*.-]+$/.test(name)) &&
    (maxAgeSeconds === undefined || Number.isSafeInteger(maxAgeSeconds))
  )
}

function allows(rule: CorsRule, origin: string, method: string): boolean {
  return (
    rule.allowedMethods.includes(method) &&
    rule.allowedOrigins.some((pattern) => matches(pattern, origin))
  )
}

function setOriginHeaders(response: ServerResponse, rule: CorsRule, origin: string): void {
  const isAnyone = rule.allowedOrigins.includes('*')
  response.setHeader('Access-Control-Allow-Origin', isAnyone ? '*' : origin)
  if (rule.exposeHeaders.length > 0) {
    response.setHeader('Access-Control-Expose-Headers', rule.exposeHeaders.join(', '))
  }
}

/** One `*` in the pattern stands for anything. */
function matches(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === text
  const end = pattern.slice(star + 1)
  return (
    text.length >= pattern.length - 1 &&
    text.startsWith(pattern.slice(0, star)) &&
    text.endsWith(end)
  )
}
