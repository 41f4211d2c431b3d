import { stdSerializers } from 'pino'

/**
 * An error for the log, without the detail that PostgreSQL tells and the ORM repeats: it can be a
 * whole row, with the hash of a password in it.
 */
export function serializeError(error: Error): object {
  const { detail: _, ...told } = stdSerializers.err(error) as ReturnType<
    typeof stdSerializers.err
  > & { detail?: string }
  return { ...told, message: withoutDetail(told.message), stack: withoutDetail(told.stack) }
}

function withoutDetail(text: string): string {
  return text.replaceAll(/\n? - detail: [\s\S]*?(?=\n {4}at |$)/g, '')
}
