const MB = 1024 * 1024

/** Of a file that is uploaded. */
export const MAX_UPLOAD_MB = 25
export const MAX_UPLOAD_BYTES = MAX_UPLOAD_MB * MB

/** More than any camera of a newsroom takes; a bomb of 20,000 × 20,000 has 400. */
export const MAX_MEGAPIXELS = 64
export const MAX_PIXELS = MAX_MEGAPIXELS * 1_000_000

/** What may be read of one picture by the process that decodes it. */
export const DECODER = {
  memoryBytes: 120 * MB,
  /** Of a variant in AVIF, which is made of a file of our own. */
  slowMemoryBytes: 160 * MB,
  cpuSeconds: 25,
  /** On a busy machine. */
  wallSeconds: 90,
}

const MOST = { width: 2048, height: 16_000, pixels: 6_000_000 }

/** The size in which a picture is kept: no reader's screen shows more of it. */
export function keptSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, MOST.width / width, MOST.height / height, Math.sqrt(MOST.pixels / (width * height)))
  const scaled = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: scaled(width), height: scaled(height) }
}
