import pino from 'pino'
import { env } from './env'

let logger: pino.Logger | undefined

/** Lines of JSON to standard output; LOG_LEVEL says from which level on. */
export function log(): pino.Logger {
  logger ??= pino({ base: null, level: env().logLevel, serializers: { error: pino.stdSerializers.err } })
  return logger
}
