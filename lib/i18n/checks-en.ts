import type { CheckKind } from '@/lib/articles/checks'
import { plural } from './format'

/** The list before publishing, in English. */
export const checksEn = {
  headlineMissing: () => 'there is no headline.',
  textMissing: () => 'there is no text.',
  altMissing: (count: number) =>
    plural(count, 'en', {
      one: 'one image does not say what it shows.',
      other: '{n} images do not say what they show.',
    }),
  linkInside: (count: number) =>
    plural(count, 'en', {
      one: 'one link leads into the newsroom, where readers are not let in.',
      other: '{n} links lead into the newsroom, where readers are not let in.',
    }),
  linkNowhere: (count: number) =>
    plural(count, 'en', {
      one: 'One link leads to a place that is not in this text.',
      other: '{n} links lead to places that are not in this text.',
    }),
  linkVague: (count: number) =>
    plural(count, 'en', {
      one: 'The words of one link do not say where it leads.',
      other: 'The words of {n} links do not say where they lead.',
    }),
  headlineLong: () => 'The headline is long; search results show about 60 characters.',
  dekMissing: () => 'There is no dek.',
  categoryMissing: () => 'It is in no category.',
  bylineMissing: () => 'Nobody is named as its author.',
  creditMissing: (count: number) =>
    plural(count, 'en', { one: 'One image has no credit.', other: '{n} images have no credit.' }),
  headingOrder: () => 'A heading skips a level.',
  seoTitleLong: () => 'The title for search is long; about 60 characters of it are shown.',
  seoDescriptionLong: () => 'The description for search is long; about 155 characters of it are shown.',
  hiddenFromSearch: () => 'Search engines are asked to leave it out.',
  aiNoteMissing: () => 'It does not say what AI did.',
} satisfies Record<CheckKind, (count: number) => string> as Record<CheckKind, (count: number) => string>
