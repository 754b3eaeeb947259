/** Of what shows the newest comments of the whole site. */
export const COMMENTS_TAG = 'comments'
