import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { ImportMapping, ImportTable, ImportTarget } from '../../core/import/import-table.ts';
import { ok, type Result } from '../../core/result.ts';
import { openSettingsFile } from '../store/settings-file.ts';

/** How the person last bound each set of columns. */
export interface ImportMappings {
  of(target: ImportTarget, headers: readonly string[]): ImportMapping | null;
  remember(target: ImportTarget, headers: readonly string[], mapping: ImportMapping): Result<void, AppError>;
}

/** The newest so many are kept. */
const most = 100;

const column = z.int().nonnegative();
const binding = z.object({ columns: z.array(column), separator: z.string() });
const mapping: z.ZodType<ImportMapping> = z.object({
  id: binding,
  name: binding,
  otherFields: column.nullable(),
  site: column.nullable(),
});

const version1 = z.object({
  version: z.literal(1),
  /** Newest first. */
  mappings: z.array(z.object({ columns: z.string(), mapping })),
});

/** Opens `import-mappings.json` in `folder`. */
export async function openImportMappings(
  folder: string,
  now: () => Date,
): Promise<{ readonly mappings: ImportMappings; readonly notices: readonly AppError[] }> {
  const { file, notices } = await openSettingsFile<z.infer<typeof version1>>(
    folder,
    {
      name: 'import-mappings',
      what: 'the remembered columns of imports',
      fallback: { version: 1, mappings: [] },
      migrate: (contents) => version1.safeParse(contents).data,
    },
    now,
  );
  return {
    notices,
    mappings: {
      of(target, headers) {
        const columns = keyOf(target, headers);
        return file.read().mappings.find((kept) => kept.columns === columns)?.mapping ?? null;
      },
      remember(target, headers, mapping) {
        // Columns without names are not the same columns the next time.
        if (headers.every((header) => header === '')) return ok(undefined);
        const columns = keyOf(target, headers);
        const others = file.read().mappings.filter((kept) => kept.columns !== columns);
        return file.write({ version: 1, mappings: [{ columns, mapping }, ...others].slice(0, most) });
      },
    },
  };
}

/** The table with its columns bound as remembered, unless they are certain. */
export function withRemembered(table: ImportTable, target: ImportTarget, mappings: ImportMappings): ImportTable {
  if (table.mappingFrom === 'own export') return table;
  const remembered = mappings.of(target, headersOf(table));
  return remembered ? { ...table, mapping: remembered, mappingFrom: 'remembered' } : table;
}

export function headersOf({ columns }: ImportTable): readonly string[] {
  return columns.map(({ header }) => header);
}

/** Columns may have long names and there may be many; the file stays small. */
function keyOf(target: ImportTarget, headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([target, ...headers]))
    .digest('hex');
}
