const collator = new Intl.Collator('en', { numeric: true });

/** As Camio's settings page sorts: by name, `Cam 2` before `Cam 10`. The id decides between equal names. */
export function byName(
  a: { readonly name: string; readonly id: string },
  b: { readonly name: string; readonly id: string },
): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}
