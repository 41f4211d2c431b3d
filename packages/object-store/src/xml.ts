import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import { S3Error } from './s3-error.ts'

/** A value in XML: text, an element with children by name, or the same element several times. */
export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | { readonly [name: string]: XmlValue }
  | readonly XmlValue[]

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

// Entities are left to the functions below: these five and numbers, nothing a document defines.
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
  tagValueProcessor: (_name, value) => decodeEntities(value),
})

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: false,
  tagValueProcessor: (_name, value) => encodeEntities(String(value)),
})

/** The document with that root element; names that start with `@` are attributes. */
export function buildXml(root: { readonly [name: string]: XmlValue }): string {
  return builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...root })
}

/** An element of a parsed document. */
export class XmlElement {
  readonly #value: unknown

  constructor(value: unknown) {
    this.#value = value
  }

  /** The children of that name. */
  all(name: string): XmlElement[] {
    const value = this.#value
    if (typeof value !== 'object' || value === null) return []
    const found: unknown = (value as Record<string, unknown>)[name]
    if (found === undefined) return []
    return (Array.isArray(found) ? found : [found]).map((child) => new XmlElement(child))
  }

  /** The texts of the children of that name. */
  texts(name: string): string[] {
    return this.all(name).map((child) => String(child.#value))
  }

  text(name: string): string | undefined {
    return this.texts(name)[0]
  }
}

/** @throws S3Error MalformedXML unless `text` is a document with that root and no DOCTYPE */
export function parseXml(text: string, root: string): XmlElement {
  if (text.includes('<!DOCTYPE') || XMLValidator.validate(text) !== true) throw malformedXml()
  let element
  try {
    element = new XmlElement(parser.parse(text)).all(root)[0]
  } catch (cause) {
    throw malformedXml({ cause })
  }
  if (!element) throw malformedXml()
  return element
}

/** The error for a body that is not the XML it should be. */
export function malformedXml(options?: ErrorOptions): S3Error {
  return new S3Error('MalformedXML', 'The body is not the XML that was expected.', options)
}

function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex, dec, name) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16)
      if (code > 0x10ffff) throw malformedXml()
      return String.fromCodePoint(code)
    },
  )
}

// Control characters too, or a line end in a key would come back as another one.
function encodeEntities(text: string): string {
  return text.replaceAll(/[&<>"'\p{Cc}]/gu, (c) => `&#x${c.charCodeAt(0).toString(16)};`)
}
