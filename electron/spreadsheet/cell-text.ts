/**
 * A text as a cell of a workbook holds it. XML cannot carry every character and turns a CR into an LF; the workbook
 * format writes such a character as its number, `_x000D_`, and `_x005F_` before text that only looks like that
 * (ECMA-376, ST_Xstring). Excel, LibreOffice and the importer give the text back as it was.
 */
export function cellText(text: string): string {
  const escaped = text.replace(looksEscaped, '_x005F_').replace(notForXml, numbered);
  // write-excel-file 4.1 looks texts up in a plain object: a door called "constructor" would damage the file.
  return escaped in Object.prototype ? `${numbered(escaped.slice(0, 1))}${escaped.slice(1)}` : escaped;
}

const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** What XML forbids or discourages, and the replacement character, which the writer drops. Tab and LF are fine. */
const notForXml = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu;

function numbered(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    const code = character.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  }).join('');
}
