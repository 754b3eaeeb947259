import type { NewsroomFrame } from '@/lib/auth/frame'
import { languageName } from '@/lib/i18n/format'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { SAID } from '@/lib/site/said'
import { saidField } from '@/lib/site/setting-forms'
import type { SiteSettings } from '@/lib/site/settings'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import type { inForm } from './settings-page'

type Props = { frame: NewsroomFrame; field: ReturnType<typeof inForm>; site: SiteSettings; language: string }

/** What pages in another of the site's languages say of the publication. */
export function SaidIn({ frame, field, site, language }: Props) {
  const words = settingsWordsFor(frame.locale).general
  const said = site.said[language]
  const spoken = languageName(language, frame.locale)
  return (
    <Group title={words.said(spoken)} text={words.saidText}>
      {SAID.map((name) => (
        <WordedField
          key={name}
          {...field}
          name={saidField(name, language)}
          label={`${words[name]} (${spoken})`}
          value={said?.[name] ?? ''}
          maxLength={300}
        />
      ))}
    </Group>
  )
}
