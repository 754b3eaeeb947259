/** What archives hold, by the end of a file's name; the same as the library that serves files of the disk says. */
const TYPES: Record<string, string> = {
  ...{ jpg: 'image/jpeg', jpeg: 'image/jpeg', jpe: 'image/jpeg', png: 'image/png', gif: 'image/gif' },
  ...{
    webp: 'image/webp',
    avif: 'image/avif',
    svg: 'image/svg+xml',
    ico: 'image/vnd.microsoft.icon',
    bmp: 'image/bmp',
  },
  ...{ tif: 'image/tiff', tiff: 'image/tiff', heic: 'image/heic', heif: 'image/heif' },
  ...{ mp4: 'video/mp4', m4v: 'video/x-m4v', webm: 'video/webm', ogv: 'video/ogg', mov: 'video/quicktime' },
  ...{ avi: 'video/x-msvideo', mpg: 'video/mpeg', mpeg: 'video/mpeg', wmv: 'video/x-ms-wmv' },
  ...{ mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg', oga: 'audio/ogg', wav: 'audio/wav' },
  ...{ flac: 'audio/x-flac', aac: 'audio/aac', mid: 'audio/midi' },
  ...{ pdf: 'application/pdf', rtf: 'application/rtf', epub: 'application/epub+zip', zip: 'application/zip' },
  ...{ gz: 'application/gzip', srt: 'application/x-subrip', xml: 'application/xml' },
  ...{ doc: 'application/msword', xls: 'application/vnd.ms-excel', ppt: 'application/vnd.ms-powerpoint' },
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ...{ kml: 'application/vnd.google-earth.kml+xml', gpx: 'application/gpx+xml' },
  ...{ woff: 'font/woff', woff2: 'font/woff2', ttf: 'font/ttf' },
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  ...{ html: 'text/html; charset=utf-8', htm: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8' },
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

export const KNOWN_ENDINGS = Object.keys(TYPES)

export const fileTypeOf = (path: string): string =>
  TYPES[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
