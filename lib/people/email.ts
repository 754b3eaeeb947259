/** Addresses are compared without regard to case, as mailboxes are in practice. */
export const normalEmail = (email: string): string => email.trim().toLowerCase()
