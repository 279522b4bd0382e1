/** What is exported, from where and when. `extension` comes without a dot. */
export interface ExportNameParts {
  readonly connection: string;
  /** What is in it, in the words of the file's name, e.g. `sent events`. */
  readonly what: string;
  readonly at: Date;
  readonly extension: string;
}

const longestName = 50;

/** A file name every system takes, e.g. `Harbor Campus - draft - 2021-11-01.csv`. The date is the computer's own. */
export function exportFileName({ connection, what, at, extension }: ExportNameParts): string {
  return `${safeName(connection)} - ${what} - ${fileDate(at)}.${extension}`;
}

/** A day as file names carry it, by the computer's own time: `2021-11-01`. */
export function fileDate(at: Date): string {
  const [year, month, day] = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Without what Windows, macOS or Linux refuse in a file name, or what would hide the file or turn its text around. */
function safeName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const short = [...safe]
    .slice(0, longestName)
    .join('')
    .replace(/[. ]+$/, '');
  return short === '' ? 'Readers' : short;
}
