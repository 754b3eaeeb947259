import pino from 'pino'

let logger: pino.Logger | undefined

/** Lines of JSON to standard output; LOG_LEVEL is pino's. */
export function log(): pino.Logger {
  logger ??= pino({ base: null, serializers: { error: pino.stdSerializers.err } })
  return logger
}
