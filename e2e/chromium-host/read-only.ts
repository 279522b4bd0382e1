/** Whether a folder could not be written: nobody, or not this person, may write there, or there is none. */
export function isReadOnly(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['EROFS', 'EACCES', 'EPERM', 'ENOTDIR'].includes(String(error.code))
  );
}
