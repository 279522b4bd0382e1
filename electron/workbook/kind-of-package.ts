import type { ForeignFile } from '../../core/import/import-refusal.ts';

/** What a ZIP is by the names of its parts, in lower case, where it is no workbook that can be read. */
export function kindOfPackage(names: readonly string[]): ForeignFile | null {
  const has = (name: string) => names.includes(name);
  if (has('xl/workbook.bin')) return 'binary Excel';
  if (has('content.xml') && has('meta-inf/manifest.xml')) return 'OpenDocument';
  if (names.some((name) => name.endsWith('.iwa') || name === 'index.zip')) return 'Numbers';
  if (has('word/document.xml')) return 'Word';
  if (has('ppt/presentation.xml')) return 'PowerPoint';
  return has('[content_types].xml') || has('_rels/.rels') || has('xl/workbook.xml') ? null : 'ZIP';
}
