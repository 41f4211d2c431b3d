import { answerEmpty, answerXml } from '../answer.ts'
import { toS3Error } from '../s3-error.ts'
import { malformedXml } from '../xml.ts'
import { bucketOf, objectOf, readXml } from './exchange.ts'
import type { Exchange } from './exchange.ts'

const MAX_OBJECTS = 1000

export async function deleteObject(exchange: Exchange): Promise<void> {
  const { bucket, key } = objectOf(exchange)
  await exchange.store.objects.remove(bucket, key)
  answerEmpty(exchange.response, 204)
}

/** DeleteObjects: each key has its own outcome. */
export async function deleteObjects(exchange: Exchange): Promise<void> {
  const bucket = bucketOf(exchange)
  const request = await readXml(exchange, 'Delete')
  const keys = request.all('Object').map((object) => object.text('Key'))
  if (keys.length === 0 || keys.length > MAX_OBJECTS) throw malformedXml()
  const deleted: { Key: string }[] = []
  const errors: { Key: string; Code: string; Message: string }[] = []
  for (const key of keys) {
    if (key === undefined || key === '') throw malformedXml()
    try {
      await exchange.store.objects.remove(bucket, key)
      deleted.push({ Key: key })
    } catch (error) {
      const { code, message } = toS3Error(error)
      errors.push({ Key: key, Code: code, Message: message })
    }
  }
  const isQuiet = request.text('Quiet') === 'true'
  answerXml(exchange.response, 'DeleteResult', { Deleted: isQuiet ? [] : deleted, Error: errors })
}
