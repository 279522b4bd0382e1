/** Spaces that are not the space bar's: they look like it, and a search for it does not find them. */
export const oddSpace = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000]/u;

/**
 * A character with nothing to see: zero-width and direction marks, fillers, tags. Joiners and variation selectors stay out
 * of it, emoji and several scripts are written with them; so do the tags behind a black flag, which make it England's.
 */
export const unseen =
  /(?![\p{Join_Control}\p{Variation_Selector}\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}]/u;
