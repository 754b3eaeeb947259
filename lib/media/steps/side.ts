/**
 * How many numbers of each block, either way, are seen of a picture that is made so much smaller: quicker changes than its
 * points could show are not, and one more lets edges be as they were.
 */
export const sideFor = (scale: number): number => Math.min(8, Math.ceil(8 * scale) + 1)

/** Up to here a picture in steps is read like any other: two bytes for each of its points in each colour. */
const MOST_NUMBERS = 12_000_000

export const isLargeInSteps = ({ width, height, colours }: { width: number; height: number; colours: number }) =>
  width * height * colours > MOST_NUMBERS
