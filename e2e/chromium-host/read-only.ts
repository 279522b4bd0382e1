/** Whether a folder could not be written because nobody, or not this person, may write there. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EROFS', 'EACCES', 'EPERM'].includes(String(error.code));
}
