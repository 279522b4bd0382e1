/** A name as most lists write it, `North Campus – Dock Gate`, cut at its first “ – ”, “ - ”, “/” or “:”. One of a single part has no site. */
export function splitSite(name: string): { readonly site: string; readonly rest: string } {
  const separator = /\s[–—-]\s|\/|:/.exec(name);
  if (!separator) return { site: '', rest: name };
  const end = separator.index + separator[0].length;
  return { site: name.slice(0, separator.index).trim(), rest: name.slice(end).trim() };
}
