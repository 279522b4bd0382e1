/**
 * Camio's search for an event's label. Camio's guide says that labels become searchable, and names no address for a
 * search: this one opens its app with the label as the query, as the app's own links looked when they were last public.
 * Where Camio has moved on, the label beside the link can be typed into its search.
 */
export function searchLink(label: string): string {
  return `https://camio.com/app/#search;q=${encodeURIComponent(label)}`;
}
