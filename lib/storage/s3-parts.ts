import type { S3mini } from 's3mini'

/** Sends what is too long for one request; until the last of it is there, there is no such file. */
export async function putInParts(
  s3: S3mini,
  key: string,
  type: string,
  { size, bytes, part }: { size: number; bytes: number; part(at: number): Promise<Buffer> },
): Promise<void> {
  const id = await s3.getMultipartUploadId(key, type)
  try {
    const parts = []
    for (let at = 0; at < size; at += bytes) parts.push(await s3.uploadPart(key, id, await part(at), parts.length + 1))
    await s3.completeMultipartUpload(key, id, parts)
  } catch (error) {
    // What was sent would be paid for as long as the bucket stands.
    await s3.abortMultipartUpload(key, id).catch(() => undefined)
    throw error
  }
}
