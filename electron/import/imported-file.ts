import { cutShort } from '../../core/camio/cut-short.ts';
import type { CsvLine } from '../../core/csv/parse-csv.ts';
import { looksLikeMarkup } from '../../core/html/read-tables.ts';
import { bindRows } from '../../core/import/bind-rows.ts';
import { camerasByName } from '../../core/import/cameras-by-name.ts';
import { compareImport } from '../../core/import/compare-import.ts';
import { guessMapping } from '../../core/import/guess-mapping.ts';
import type { ImportChoices } from '../../core/import/import-comparison.ts';
import type { KnownList } from '../../core/import/import-plan.ts';
import type { ImportRefusal, UnreadFile } from '../../core/import/import-refusal.ts';
import type {
  ImportMapping,
  ImportTable,
  ImportTarget,
  ReadOptions,
  TableLine,
} from '../../core/import/import-table.ts';
import { phraseRefusal } from '../../core/import/phrase-refusal.ts';
import { looksLikeJson, readJson } from '../../core/import/read-json.ts';
import { readPage } from '../../core/import/read-page.ts';
import { readText } from '../../core/import/read-text.ts';
import { type Tabulated, tabulate } from '../../core/import/tabulate.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readWorkbook, type WorkbookSheet } from '../workbook/read-workbook.ts';
import { type ChosenSheet, chooseSheet } from './choose-sheet.ts';
import { decodeText } from './decode-text.ts';
import { kindOfFile } from './foreign-file.ts';

/** Lines and rows that are handed to the window to choose by, and what is shown of a very long cell. */
const shownLines = 50;
const shownCharacters = 2_000;
/** Of these, how many are before a header line that is further down: it is in view in the smallest window, too. */
const shownBeforeHeader = 3;

/** A sheet as one way of reading gave it. The header line is found later. */
interface ReadSheet extends ChosenSheet {
  readonly format: ImportTable['format'];
  readonly lists: readonly string[];
}

const noSheets = { sheets: [], together: [], hidden: null };

/** A file somebody chose to import, kept in memory so that it can be read another way. Lives in a process of its own. */
export class ImportedFile {
  private sheets: readonly WorkbookSheet[] | null = null;
  private tabulated: Tabulated | null = null;
  private delimiter = ',';

  constructor(
    private readonly fileName: string,
    private readonly bytes: Buffer,
    private readonly target: ImportTarget,
  ) {}

  /** Reads the file as asked. Where that does not work, what was read before stays. */
  async read(options: ReadOptions): Promise<Result<ImportTable, UnreadFile>> {
    const read = await this.readSheet(options);
    if (!read.ok) return fail(phraseRefusal(read.error, this.fileName));
    const { format, sheet, sheets, together, hidden, lists, readAs, detected } = read.value;
    const tabulated = tabulate(sheet, options.headerLine);
    if (!tabulated.ok) return fail(phraseRefusal(tabulated.error, this.fileName));
    this.tabulated = tabulated.value;
    this.delimiter = readAs.delimiter ?? ',';
    const { headerLine, detectedHeaderLine, columns, rows, notes } = tabulated.value;
    return ok({
      fileName: this.fileName,
      bytes: this.bytes.length,
      format,
      sheets,
      together,
      hidden,
      lists,
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
    const { rows, overlong, width, leftOut, lines: counted, isExact, notes } = this.tabulated;
    const takenIn = new Set(choices.takenIn);
    const more = leftOut.filter(({ line }) => takenIn.has(line));
    const all = more.length === 0 ? rows : [...rows, ...more].sort((a, b) => a.line - b.line);
    const bound = bindRows(all, mapping, {
      target: this.target,
      isExact,
      overlong: new Map(overlong.map((line) => [line.line, line])),
      delimiter: this.delimiter,
      width,
    });
    const { target } = this;
    const named =
      target === 'cameras' ? camerasByName(bound, known, takenIn) : { rows: bound, several: new Set<number>() };
    const isPart = notes.some(({ code }) => code === 'part of a list');
    const file = { leftOut, counted, several: named.several, target, isPart };
    return compareImport(named.rows, known, choices, mapping.id, file);
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
    return chosen.ok ? ok({ format: 'xlsx', lists: [], ...chosen.value }) : chosen;
  }

  private readTextSheet(options: ReadOptions): Result<ReadSheet, ImportRefusal> {
    const decoded = decodeText(this.bytes, options.encoding);
    if (!decoded) return fail({ code: 'binary' });
    const { text, encoding, isGuess } = decoded;
    if (text.trim() === '') return fail({ code: 'empty file' });
    const detected = options.encoding === null ? encoding : (decodeText(this.bytes, null)?.encoding ?? encoding);
    if (looksLikeJson(text, this.fileName)) {
      const json = readJson(text, options.list);
      if (!json.ok) return json;
      const none = { delimiter: null, quotes: null, sheet: null };
      return ok({
        format: 'json',
        sheet: json.value.sheet,
        ...noSheets,
        lists: json.value.lists,
        readAs: { ...none, encoding, list: json.value.list },
        detected: { ...none, encoding: detected, list: json.value.detected },
      });
    }
    const page = looksLikeMarkup(text) ? readPage(text, options.list) : null;
    if (page) {
      const none = { delimiter: null, quotes: null, sheet: null };
      return ok({
        format: 'page',
        sheet: page.sheet,
        ...noSheets,
        lists: page.lists,
        readAs: { ...none, encoding, list: page.list },
        detected: { ...none, encoding: detected, list: page.detected },
      });
    }
    const read = readText(decoded, options);
    if (!read.ok) return read;
    const { sheet } = read.value;
    const none = { sheet: null, list: null };
    return ok({
      format: 'text',
      sheet: isGuess ? { ...sheet, notes: [{ code: 'encoding guessed', encoding }, ...sheet.notes] } : sheet,
      ...noSheets,
      lists: [],
      readAs: { ...none, encoding, ...read.value.readAs },
      detected: { ...none, encoding: detected, ...read.value.detected },
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
