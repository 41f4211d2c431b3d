/** How the parts of a labelled field look, whatever one enters there. */
export const fieldLook = {
  label: 'mb-1.5 block text-sm font-medium text-ink wrap-anywhere',
  control:
    'w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-faint focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-55 data-invalid:border-danger',
  hint: 'mt-1.5 text-sm text-ink-faint',
  error: 'mt-1.5 text-sm text-danger',
}
