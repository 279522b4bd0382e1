/** The loading face. It appears only after a moment (faces.css), so that quick answers do not flicker. */
export function Loading({ text = 'Loading…' }: { readonly text?: string }) {
  return (
    <div className="loading">
      <span className="spinner" aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}
