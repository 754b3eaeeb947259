'use client'

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { formatPercent } from '@/lib/i18n/format'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import { cropRegion, RATIOS, type Ratio } from '@/lib/media/address'
import { Icon } from '../icon'

type Point = { x: number; y: number }
type Props = {
  locale: string
  picture: { src: string; width: number; height: number }
  focal: Point
  errors: Record<string, string>
  values: Record<string, string>
}

const CROPS: { ratio: Ratio; className: string }[] = [
  { ratio: '16x9', className: 'r169' },
  { ratio: '4x3', className: 'r43' },
  { ratio: '1x1', className: 'r11' },
]
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const within = (share: number) => Math.min(1, Math.max(0, Math.round(share * 1000) / 1000))
const percentOf = (share: number) => String(Math.round(share * 1000) / 10)
const shareOf = (percent: string) => within((Number(percent.replace(',', '.')) || 0) / 100)

/**
 * The point that stays in sight: by pointer, by arrow keys, or as two numbers, which are all there is without script. The crops
 * show what will be cut.
 */
export function FocalFields({ locale, picture, focal, errors, values }: Props) {
  const words = libraryWordsFor(locale)
  const [x, setX] = useState(values.focalX ?? percentOf(focal.x))
  const [y, setY] = useState(values.focalY ?? percentOf(focal.y))
  const point = { x: shareOf(x), y: shareOf(y) }
  const frame = useRef<HTMLDivElement>(null)
  const place = (to: Point) => {
    setX(percentOf(within(to.x)))
    setY(percentOf(within(to.y)))
  }
  useEffect(() => show(frame.current, picture, { x: shareOf(x), y: shareOf(y) }), [picture, x, y])
  const putAt = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    place({ x: (clientX - left) / width, y: (clientY - top) / height })
  }
  // A finger that scrolls the page past the picture moves nothing: it taps, or takes the point itself along.
  const isMeant = ({ pointerType, target }: PointerEvent<HTMLElement>) =>
    pointerType === 'mouse' || (target instanceof Element && target.matches('.point'))
  const take = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 1 && isMeant(event)) putAt(event)
  }
  const hold = (event: PointerEvent<HTMLElement>) => {
    // What is taken hold of is followed beyond the picture's edge.
    if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId)
    take(event)
  }
  const tap = (event: PointerEvent<HTMLElement>) => {
    if (!isMeant(event)) putAt(event)
  }
  const press = (event: KeyboardEvent) => {
    const step = ARROWS[event.key]
    if (!step) return
    event.preventDefault()
    const far = event.shiftKey ? 0.1 : 0.01
    place({ x: point.x + step[0] * far, y: point.y + step[1] * far })
  }
  const label = words.focalPoint(formatPercent(point.x, locale), formatPercent(point.y, locale))
  return (
    <div className="fields" ref={frame}>
      <div className="focal" onPointerDown={hold} onPointerMove={take} onPointerUp={tap}>
        <img src={picture.src} width={picture.width} height={picture.height} alt="" draggable={false} />
        <button className="point" type="button" aria-label={label} onKeyDown={press} />
      </div>
      <div className="crops">
        {CROPS.map(({ ratio, className }) => (
          <figure key={ratio}>
            <img className={className} data-ratio={ratio} src={picture.src} width={1600} height={900} alt="" />
            <figcaption>{words.crops[ratio]}</figcaption>
          </figure>
        ))}
      </div>
      <div className="fields two">
        <Percent
          name="focalX"
          label={words.across}
          value={x}
          set={setX}
          error={errors.focalX}
          refused={words.refused}
        />
        <Percent name="focalY" label={words.down} value={y} set={setY} error={errors.focalY} refused={words.refused} />
      </div>
    </div>
  )
}

type PercentProps = {
  name: string
  label: string
  value: string
  set(value: string): void
  error: string | undefined
  refused: Record<string, string>
}

function Percent({ name, label, value, set, error, refused }: PercentProps) {
  const id = `words-${name}`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="number"
        min={0}
        max={100}
        step={0.1}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-wrong` : undefined}
        onChange={({ target }) => set(target.value)}
      />
      {error ? (
        <p className="wrong" id={`${id}-wrong`}>
          <Icon name="stop" />
          {refused[error] ?? refused.fieldWrong}
        </p>
      ) : null}
    </div>
  )
}

/** Through the object model: the page's policy lets no markup carry styles. */
function show(frame: HTMLElement | null, size: { width: number; height: number }, focal: Point): void {
  const button = frame?.querySelector<HTMLElement>('.point')
  if (button) {
    button.style.left = `${focal.x * 100}%`
    button.style.top = `${focal.y * 100}%`
  }
  for (const image of frame?.querySelectorAll<HTMLElement>('[data-ratio]') ?? []) {
    const ratio = RATIOS[image.dataset.ratio as Ratio]
    const { left, top, width, height } = cropRegion(size, { width: ratio * 1_000, height: 1_000 }, focal)
    const at = (start: number, whole: number, part: number) => (whole > part ? (start / (whole - part)) * 100 : 50)
    image.style.objectPosition = `${at(left, size.width, width)}% ${at(top, size.height, height)}%`
  }
}
