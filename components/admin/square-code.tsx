import qrcode from 'qrcode-generator'

/** Light around the code, in its own squares: readers of it want four. */
const MARGIN = 4

/** A text as a QR code, drawn by the server: the secret in it goes to no other service. */
export function SquareCode({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const squares: string[] = []
  for (let y = 0; y < count; y++) {
    for (let x = 0; x < count; x++) if (code.isDark(y, x)) squares.push(`M${x + MARGIN} ${y + MARGIN}h1v1h-1z`)
  }
  const side = count + 2 * MARGIN
  return (
    <svg
      className="square-code"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className="paper" d={`M0 0h${side}v${side}h-${side}z`} />
      <path d={squares.join('')} />
    </svg>
  )
}
