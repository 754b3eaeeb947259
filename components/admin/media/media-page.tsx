import { encodePath } from '@/lib/articles/paths'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import { pictureAt } from '@/lib/media/address'
import type { MediaItem } from '@/lib/media/admin-queries'
import { editMediaAction } from '@/lib/media/library-actions'
import { mediaName } from '@/lib/media/media-name'
import { Group } from '../group'
import { NewsroomPage } from '../page'
import { DeletePart } from './delete-part'
import { FileFacts } from './file-facts'
import { FocalFields } from './focal-fields'
import { MediaAnswer } from './media-answer'
import { MediaMarks } from './media-marks'
import { ReplacePart } from './replace-part'
import { RightsFields } from './rights-fields'
import { UsedIn } from './used-in'
import { WordFields } from './word-fields'

type Props = { frame: NewsroomFrame; media: MediaItem; state: FormState | undefined }

/** One file of the library: what is said of it, what of it stays in sight, where it is used. */
export function MediaPage({ frame, media, state }: Props) {
  const { locale } = frame
  const words = libraryWordsFor(locale)
  const { id, path, mayEdit } = media
  const name = mediaName(media) || words.untitled
  const picture = pictureAt(path)
  const fields = { frame, media, state: state?.form === 'words' ? state : undefined }
  // Where a field is wrong it is still what was seen at first; whoever was told of another's changes has seen those.
  const isWrong = Object.keys(fields.state?.errors ?? {}).length > 0
  const seen = (isWrong ? fields.state?.values.seen : undefined) ?? media.editedAt?.toISOString() ?? ''
  return (
    <NewsroomPage frame={frame} title={name} section="media">
      <div className="page-head">
        <div className="grow">
          <h1 dir="auto">{name}</h1>
          <p className="meta">
            <a href="/admin/media/">{words.all}</a> <MediaMarks frame={frame} media={media} />
          </p>
        </div>
        <a className="button" href={encodePath(path)}>
          {words.seeFile}
        </a>
      </div>
      <MediaAnswer frame={frame} state={state} />
      {mayEdit ? (
        <form action={editMediaAction}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seen" value={seen} />
          {picture ? (
            <Group title={words.focal} text={words.focalText}>
              <FocalFields
                locale={locale}
                picture={{ src: path, width: picture.width, height: picture.height }}
                focal={{ x: media.focalX, y: media.focalY }}
                errors={fields.state?.errors ?? {}}
                values={fields.state?.values ?? {}}
              />
            </Group>
          ) : (
            <PlainPicture media={media} />
          )}
          <WordFields {...fields} />
          <RightsFields {...fields} />
        </form>
      ) : (
        <PlainPicture media={media} />
      )}
      <Group title={words.used}>
        <UsedIn frame={frame} media={media} />
      </Group>
      <Group title={words.fileTitle}>
        <FileFacts frame={frame} media={media} />
        {media.mayReplace ? <ReplacePart locale={locale} id={id} /> : null}
      </Group>
      {media.mayDelete ? <DeletePart frame={frame} media={media} /> : null}
    </NewsroomPage>
  )
}

/** Of what is not cut, or not this viewer's to change. */
function PlainPicture({ media: { path, mimeType, storedAt, alt } }: { media: MediaItem }) {
  if (!storedAt || !mimeType.startsWith('image/')) return null
  return <img className="whole-picture" src={encodePath(path)} alt={alt} />
}
