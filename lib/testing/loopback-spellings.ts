/** Addresses of this machine: any of them is answered by what listens here. */
const HERE = ['127.0.0.1', '127.0.0.2', '127.13.37.254', '0.0.0.0']

/** Ways to write an IPv4 address that a parser, a browser or a resolver somewhere takes for it. */
function spellingsOf(address: string): string[] {
  const parts = address.split('.').map(Number)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const hex = (value: number) => `0x${value.toString(16)}`
  const octal = (value: number) => `0${value.toString(8)}`
  const low = (b * 256 + c) * 256 + d
  const dotted = [address, parts.map(hex).join('.'), parts.map(octal).join('.')]
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
  const circled = (text: string) => text.replace(/\d/g, (digit) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)] ?? digit)
  const bold = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit)))
  const escaped = (text: string) => [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('')
  return [
    ...dotted,
    ...[String(whole), hex(whole), octal(whole), hex(whole).toUpperCase().replace('X', 'x')],
    ...[`${a}.${low}`, `${hex(a)}.${low}`, `${octal(a)}.${hex(low)}`, `${a}.${b}.${c * 256 + d}`, `${a}.${hex(low)}`],
    ...[`${hex(a)}.${b}.${octal(c)}.${d}`, `${a}.${hex(b)}.${c}.${octal(d)}`, `${octal(a)}.${b}.${c}.${d}`],
    ...[
      `000${octal(a)}.00${octal(b)}.${c}.${d}`,
      `0x0000${a.toString(16)}.${b}.${c}.${d}`,
      `0X${a.toString(16)}.${low}`,
    ],
    ...dotted.map((text) => `${text}.`),
    ...['。', '．', '｡'].map((dot) => address.replaceAll('.', dot)),
    ...[wide(address), circled(address), bold(address), wide(address).replaceAll('.', '。')],
    ...[escaped(address), address.replaceAll('.', '%2e'), address.replace('.', '%E3%80%82')],
    ...[`${a}.${b}\t.${c}.${d}`, `${a}.${b}.${c}\n.${d}`, address.replaceAll('.', '\u200b.'), `\u00ad${address}`],
    ...[`[::ffff:${address}]`, `[::FFFF:${address}]`, `[0:0:0:0:0:ffff:${address}]`, `[0000::0000:ffff:${address}]`],
    ...[`[::ffff:${hex16(a, b)}:${hex16(c, d)}]`, `[0:0:0:0:0:FFFF:${hex16(a, b)}:${hex16(c, d)}]`],
    ...[`[::${address}]`, `[64:ff9b::${address}]`, `[64:ff9b:1::${address}]`, `[2002:${hex16(a, b)}:${hex16(c, d)}::]`],
    ...[`[::ffff:0:${address}]`, `[fe80::5efe:${address}]`],
  ]
}

const hex16 = (high: number, low: number): string => (high * 256 + low).toString(16)

const IPV6 = [
  ...[
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[0000:0000:0000:0000:0000:0000:0000:0001]',
    '[::0001]',
    '[0::1]',
    '[::0:1]',
    '[::]',
  ],
  ...['[0:0:0:0:0:0:0:0]', '[::1%25lo]', '[::1%lo]', '[::1%251]', '[%3a%3a1]'],
]

const NAMES = [
  ...[
    'localhost',
    'LOCALHOST',
    'LocalHost',
    'localhost.',
    'ip6-localhost',
    'ip6-loopback',
    'loc%61lhost',
    '%6cocalhost',
  ],
  ...[
    'ｌｏｃａｌｈｏｓｔ',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    '𝓵𝓸𝓬𝓪𝓵𝓱𝓸𝓼𝓽',
    'ˡocalhost',
    'ℓocalhost',
    'local\u00adhost',
    'local\thost',
    'localhosţ',
  ],
]

/** Addresses that lead, or might lead, to `port` of this machine: each is written in a way of its own. */
export function loopbackSpellings(port: number): string[] {
  const hosts = [...HERE.flatMap(spellingsOf), ...IPV6, ...NAMES]
  const plain = [...hosts.map((host) => `http://${host}:${port}/`), ...hosts.map((host) => `https://${host}:${port}/`)]
  const at = `127.0.0.1:${port}`
  const tricks = [
    ...[`http:${at}/`, `http:/${at}/`, `http:\\\\${at}\\`, `http:///${at}/`, `http:////${at}/`, `hTTp://${at}/`],
    ...[`http://news.example@${at}/`, `http://news.example:80@${at}/`, `http://${at}#@news.example/`],
    ...[`http://${at}?@news.example/`, `http://${at}\\@news.example/`, `http://${at}/@news.example/`],
    ...[`http://news.example\\@${at}/`, `http://news.example:80\\@${at}/`, `http://a:b@c:d@${at}/`, `http://@${at}/`],
    ...[`http://127.0.0.1:0${port}/`, `http://127.0.0.1:${port}\t/`, ` http://${at}/ `, `\u0000http://${at}/`],
    ...[`http://0:${port}/`, `http://0x0:${port}/`, `http://00:${port}/`, `http://127.1:${port}/`],
    ...[
      `ftp://${at}/`,
      `ws://${at}/`,
      `file://${at}/etc/passwd`,
      `gopher://${at}/_x`,
      `data:text/html,${at}`,
      `//${at}/`,
    ],
  ]
  return [...new Set([...plain, ...tricks])]
}
