import { expect, test } from 'vitest'
import type { Attachment } from '@/lib/wordpress/text/body'
import { replaceShortcodes } from '@/lib/wordpress/text/shortcodes'

const heron: Attachment = {
  id: 5,
  path: '/up/heron.jpg',
  alt: 'A "heron"',
  caption: 'Low <em>tide</em>',
  width: 300,
  height: 200,
  mimeType: 'image/jpeg',
}
const tern: Attachment = { ...heron, id: 6, path: '/up/tern.jpg', alt: '', caption: '', width: null, height: null }
const song: Attachment = { ...heron, id: 7, path: '/up/song.mp3', caption: 'A song', mimeType: 'audio/mpeg' }

function replaced(html: string) {
  const lost: string[] = []
  const library = [heron, tern, song]
  return {
    html: replaceShortcodes(html, {
      attachment: (id) => library.find((one) => one.id === id),
      children: () => library,
      lose: (what) => lost.push(what),
    }),
    lost,
  }
}

test('a caption becomes a figure, whatever the quotes', () => {
  const image = '<a href="/x"><img src="/up/heron.jpg" alt=""></a>'
  const figure = `<p><figure>${image}<figcaption>Low <b>tide</b> again</figcaption></figure></p>`
  expect(
    replaced(`<p>[caption id="attachment_5" align='left' width=300]${image} Low <b>tide</b>\nagain[/caption]</p>`).html,
  ).toBe(figure)
  expect(replaced(`[caption caption=&#8220;At noon&#8221;]${image}[/caption]`).html).toBe(
    `<figure>${image}<figcaption>At noon</figcaption></figure>`,
  )
})

test('a gallery shows the images it names, or all of the post', () => {
  const first =
    '<figure><img src="/up/heron.jpg" alt="A &quot;heron&quot;" width="300" height="200"><figcaption>Low <em>tide</em></figcaption></figure>'
  const second = '<figure><img src="/up/tern.jpg" alt=""></figure>'
  expect(replaced('[gallery ids="6,5"]').html).toBe(`<figure class="gallery">${second}${first}</figure>`)
  expect(replaced('[gallery]').html).toBe(`<figure class="gallery">${first}${second}</figure>`)
  expect(replaced('[gallery exclude="5" link="file"]').html).toContain('<a href="/up/tern.jpg"><img')
  expect(replaced('[gallery ids="99"]')).toEqual({
    html: '',
    lost: ['shortcode image attachment', 'shortcode gallery'],
  })
})

test('players and embeds are elements that the sanitiser makes links of', () => {
  expect(replaced('[audio mp3="/up/song.mp3"][/audio]').html).toBe('<audio src="/up/song.mp3"></audio>')
  expect(replaced('[video width="640" mp4="https://v.example/a.mp4?x&amp;y"]').html).toBe(
    '<video src="https://v.example/a.mp4?x&amp;y"></video>',
  )
  expect(replaced('\n[audio]\n').html).toBe('\n<audio src="/up/song.mp3"></audio>\n')
  expect(replaced('[embed width="500"]https://youtu.be/tidetable01[/embed]').html).toBe(
    '<iframe src="https://youtu.be/tidetable01"></iframe>',
  )
  expect(replaced('[embed]https://harbour.example/a[/embed]').html).toBe(
    '<a href="https://harbour.example/a">https://harbour.example/a</a>',
  )
  expect(replaced('[playlist ids="7"]').html).toBe('<ol><li><a href="/up/song.mp3">A song</a></li></ol>')
})

test('layout is taken from around its content, and told', () => {
  expect(replaced('[vc_row][vc_column width="1/2"]<p>a</p>[/vc_column][/vc_row]')).toEqual({
    html: '<p>a</p>',
    lost: ['shortcode vc_row', 'shortcode vc_column'],
  })
  expect(replaced('[dropcap]T[/dropcap]ide').html).toBe('Tide')
  expect(replaced('[button link="/go" color="red"]Go[/button]').html).toBe('<a href="/go">Go</a>')
  expect(replaced('[toggle title="Why"]Because[/toggle]').html).toBe('<h3>Why</h3>Because')
  expect(replaced('[vc_raw_html]JTNDc2NyaXB0[/vc_raw_html]x').html).toBe('x')
  expect(replaced('[su_youtube url="https://youtu.be/tidetable01"]').html).toBe(
    '<iframe src="https://youtu.be/tidetable01"></iframe>',
  )
  expect(replaced('[vc_single_image image="5"]').html).toBe('<img src="/up/heron.jpg" alt="">')
})

test('nested shortcodes are carried out from the inside', () => {
  expect(replaced('[box type="note"][caption]<img src="/a.jpg"> Tide[/caption][/box]').html).toBe(
    '<figure><img src="/a.jpg"><figcaption>Tide</figcaption></figure>',
  )
})

test.each([['[ferry_times]'], ['[ferry from="east"]'], ['[ferry line=3 /]'], ['[ferry-times]']])(
  'an unknown one stays, marked: %s',
  (source) => {
    const name = source.slice(1).split(/[^\w-]/)[0]
    expect(replaced(`a\n${source}\nb`)).toEqual({
      html: `a\n<span class="shortcode">${source}</span>\nb`,
      lost: [`shortcode ${name}`],
    })
  },
)

test('an unknown one with an end is marked at both', () => {
  expect(replaced('[ferry]late[/ferry]').html).toBe(
    '<span class="shortcode">[ferry]</span>late<span class="shortcode">[/ferry]</span>',
  )
})

test.each([
  ['He said [sic] that [the board] knew [1].'],
  ['the [re-elected] mayor'],
  ['[من المترجم] قال [١]'],
  ['[Video] of the [video] and a [note] in the [gallery of boats]'.replace('[gallery of boats]', '[list]')],
  ['[Video Library](https://harbour.example)'],
  ['[[Town Hall]] and [[1,2],[3]]'],
  ['const [from_port, to] = ports[from_port]'],
  ['<code>[ferry_times line="3"]</code>'],
  ['<a title="[ferry_times]">x</a><!-- [ferry_times] --><pre>[ferry_times]</pre>'],
  ['[/ferry] never opened, [caption] never closed'],
  ['[unfinished ferry="1"'],
])('brackets of prose and code stay text: %s', (html) => {
  expect(replaced(html)).toEqual({ html, lost: [] })
})

test('doubled brackets show the shortcode', () => {
  expect(replaced('Write [[gallery ids="1"]] or [[caption]…[/caption]].')).toEqual({
    html: 'Write [gallery ids="1"] or [caption]…[/caption].',
    lost: [],
  })
  expect(replaced('<code>[[ferry_times]]</code>').html).toBe('<code>[ferry_times]</code>')
})

test('source code is shown as typed', () => {
  expect(replaced('[sourcecode lang="x"]a[b_c] = [gallery][/sourcecode]').html).toBe(
    '<pre><code>a[b_c] = [gallery]</code></pre>',
  )
})
