// Categories, authors and attachments have other numbers here than in WordPress. The import writes a redirect from the
// address by number, which is what such numbers are asked for by.

export const categoryAddress = (id: number): string => `/?cat=${id}`
export const authorAddress = (id: number): string => `/?author=${id}`
export const attachmentAddress = (id: number): string => `/?attachment_id=${id}`
