// The thread of BodyThread: converts the bodies of each message, and answers them in the same order.
import { parentPort, workerData } from 'node:worker_threads'
import { type BodyFacts, bodyConverter, type PostBody } from './post-body'

const convert = bodyConverter(workerData as BodyFacts)
parentPort?.on('message', (bodies: readonly PostBody[]) => parentPort?.postMessage(bodies.map(convert)))
