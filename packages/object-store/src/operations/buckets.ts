import { answerEmpty, answerXml } from '../answer.ts'
import { corsRulesXml, readCorsRules } from '../cors.ts'
import { S3Error } from '../s3-error.ts'
import { bucketOf, isoTime, readXml } from './exchange.ts'
import type { Exchange } from './exchange.ts'

export async function listBuckets({ store, response }: Exchange): Promise<void> {
  const buckets = store.buckets.list()
  answerXml(response, 'ListAllMyBucketsResult', {
    Owner: { ID: 'owner', DisplayName: 'owner' },
    Buckets: {
      Bucket: buckets.map(({ name, created }) => ({ Name: name, CreationDate: isoTime(created) })),
    },
  })
}

export async function createBucket({ store, request, response }: Exchange): Promise<void> {
  await store.buckets.create(request.bucket ?? '')
  response.setHeader('Location', `/${request.bucket}`)
  answerEmpty(response, 200)
}

export async function headBucket(exchange: Exchange): Promise<void> {
  bucketOf(exchange)
  exchange.response.setHeader('x-amz-bucket-region', exchange.store.region)
  answerEmpty(exchange.response, 200)
}

export async function deleteBucket(exchange: Exchange): Promise<void> {
  const { store, response } = exchange
  const bucket = bucketOf(exchange)
  await store.buckets.delete(bucket)
  store.objects.forget(bucket)
  answerEmpty(response, 204)
}

export async function getBucketLocation(exchange: Exchange): Promise<void> {
  bucketOf(exchange)
  const { region } = exchange.store
  answerXml(
    exchange.response,
    'LocationConstraint',
    region === 'us-east-1' ? {} : { '#text': region },
  )
}

export async function putBucketCors(exchange: Exchange): Promise<void> {
  const bucket = bucketOf(exchange)
  const rules = readCorsRules(await readXml(exchange, 'CORSConfiguration'))
  await exchange.store.buckets.setCors(bucket, rules)
  answerEmpty(exchange.response, 200)
}

export async function getBucketCors(exchange: Exchange): Promise<void> {
  const { cors } = exchange.store.buckets.get(bucketOf(exchange))
  if (!cors) throw new S3Error('NoSuchCORSConfiguration', 'The bucket has no CORS rules.')
  answerXml(exchange.response, 'CORSConfiguration', corsRulesXml(cors))
}

export async function deleteBucketCors(exchange: Exchange): Promise<void> {
  await exchange.store.buckets.setCors(bucketOf(exchange), undefined)
  answerEmpty(exchange.response, 204)
}
