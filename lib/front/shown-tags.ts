/** Tag of how the front is arranged. */
export const FRONT_TAG = 'front'
