import type { AppError } from '../../core/app-error.ts';
import { cutShort } from '../../core/camio/cut-short.ts';
import type { CsvLine } from '../../core/csv/parse-csv.ts';
import { bindRows } from '../../core/import/bind-rows.ts';
import { camerasByName } from '../../core/import/cameras-by-name.ts';
import { compareImport } from '../../core/import/compare-import.ts';
import { decodeText } from '../../core/import/decode-text.ts';
import { guessMapping } from '../../core/import/guess-mapping.ts';
import type { ImportChoices } from '../../core/import/import-comparison.ts';
import type { KnownList } from '../../core/import/import-plan.ts';
import type { ImportRefusal } from '../../core/import/import-refusal.ts';
import type {
  ImportMapping,
  ImportTable,
  ImportTarget,
  ReadOptions,
  TableLine,
} from '../../core/import/import-table.ts';
import { phraseRefusal } from '../../core/import/phrase-refusal.ts';
import { looksLikeJson, readJson } from '../../core/import/read-json.ts';
import { readText } from '../../core/import/read-text.ts';
import { type Tabulated, tabulate } from '../../core/import/tabulate.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readWorkbook, type WorkbookSheet } from '../workbook/read-workbook.ts';
import { type ChosenSheet, chooseSheet } from './choose-sheet.ts';
import { kindOfFile } from './foreign-file.ts';

/** Lines and rows that are handed to the window to choose by, and what is shown of a very long cell. */
const shownLines = 50;
const shownCharacters = 2_000;
/** Of these, how many are before a header line that is further down: it is in view in the smallest window, too. */
const shownBeforeHeader = 3;

/** A sheet as one way of reading gave it. The header line is found later. */
interface ReadSheet extends ChosenSheet {
  readonly format: ImportTable['format'];
}

const noSheets = { sheets: [], together: [], hidden: null };

/** A file somebody chose to import, kept in memory so that it can be read another way. Lives in a process of its own. */
export class ImportedFile {
  private sheets: readonly WorkbookSheet[] | null = null;
  private tabulated: Tabulated | null = null;

  constructor(
    private readonly fileName: string,
    private readonly bytes: Buffer,
    private readonly target: ImportTarget,
  ) {}

  /** Reads the file as asked. Where that does not work, what was read before stays. */
  async read(options: ReadOptions): Promise<Result<ImportTable, AppError>> {
    const read = await this.readSheet(options);
    if (!read.ok) return fail(phraseRefusal(read.error, this.fileName));
    const { format, sheet, sheets, together, hidden, readAs, detected } = read.value;
    const tabulated = tabulate(sheet, options.headerLine);
    if (!tabulated.ok) return fail(phraseRefusal(tabulated.error, this.fileName));
    this.tabulated = tabulated.value;
    const { headerLine, detectedHeaderLine, columns, rows, notes } = tabulated.value;
    return ok({
      fileName: this.fileName,
      bytes: this.bytes.length,
      format,
      sheets,
      together,
      hidden,
      readAs: { ...readAs, headerLine },
      detected: { ...detected, headerLine: detectedHeaderLine },
      columns,
      rows: rows.length,
      firstLines: shown(sheet.lines),
      linesAroundHeader: aroundHeader(sheet.lines, headerLine),
      lastLine: sheet.lines.at(-1)?.line ?? 0,
      preview: shown(rows),
      notes,
      ...guessMapping(columns, rows, this.target),
    });
  }

  /** What an import would do to the list, and the plan that does it. The file must have been read. */
  compare(mapping: ImportMapping, choices: ImportChoices, known: KnownList): ReturnType<typeof compareImport> {
    if (!this.tabulated) throw new Error('A file was compared before it was read.');
    const { rows, isExact } = this.tabulated;
    const bound = bindRows(rows, mapping, { target: this.target, isExact });
    const goByName = this.target === 'cameras' && mapping.id.columns.length === 0;
    return compareImport(goByName ? camerasByName(bound, known) : bound, known, choices, mapping.id);
  }

  private async readSheet(options: ReadOptions): Promise<Result<ReadSheet, ImportRefusal>> {
    const kind = kindOfFile(this.bytes);
    if (kind === null) return this.readTextSheet(options);
    return kind === 'zip' ? this.readWorkbookSheet(options) : fail({ code: 'other program', program: kind });
  }

  private async readWorkbookSheet({
    sheet: wanted,
    takesHidden = false,
  }: ReadOptions): Promise<Result<ReadSheet, ImportRefusal>> {
    if (!this.sheets) {
      const workbook = await readWorkbook(this.bytes);
      if (!workbook.ok) return workbook;
      this.sheets = workbook.value;
    }
    const chosen = chooseSheet(this.sheets, wanted, takesHidden, this.target);
    return chosen.ok ? ok({ format: 'xlsx', ...chosen.value }) : chosen;
  }

  private readTextSheet({ encoding: wanted, delimiter }: ReadOptions): Result<ReadSheet, ImportRefusal> {
    const decoded = decodeText(this.bytes, wanted);
    if (!decoded) return fail({ code: 'binary' });
    const { text, encoding } = decoded;
    if (text.trim() === '') return fail({ code: 'empty file' });
    const detected = wanted === null ? encoding : (decodeText(this.bytes, null)?.encoding ?? encoding);
    if (looksLikeJson(text, this.fileName)) {
      const sheet = readJson(text);
      if (!sheet.ok) return sheet;
      const none = { delimiter: null, sheet: null };
      return ok({
        format: 'json',
        sheet: sheet.value,
        ...noSheets,
        readAs: { ...none, encoding },
        detected: { ...none, encoding: detected },
      });
    }
    const read = readText(decoded, delimiter);
    if (!read.ok) return read;
    return ok({
      format: 'text',
      sheet: read.value.sheet,
      ...noSheets,
      readAs: { encoding, delimiter: read.value.delimiter, sheet: null },
      detected: { encoding: detected, delimiter: read.value.detected, sheet: null },
    });
  }
}

function shown(lines: readonly CsvLine[]): TableLine[] {
  return lines
    .slice(0, shownLines)
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cutShort(cell, shownCharacters)) }));
}

/** None where the header is among the first lines. */
function aroundHeader(lines: readonly CsvLine[], headerLine: number): TableLine[] {
  const at = lines.findIndex(({ line }) => line === headerLine);
  return at < shownLines ? [] : shown(lines.slice(at - shownBeforeHeader, at - shownBeforeHeader + shownLines));
}
