/** The first `length` characters of a text, with … where something was cut; never half of a surrogate pair. */
export function cutShort(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splitsPair ? length - 1 : length)}…`;
}
