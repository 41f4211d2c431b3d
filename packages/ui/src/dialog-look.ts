/** How the layers of every dialog look. */
export const dialogLook = {
  backdrop:
    'fixed inset-0 z-40 bg-shade transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0',
  viewport: 'fixed inset-0 z-40 flex items-center justify-center overflow-y-auto p-4',
  popup:
    'relative my-auto w-full rounded-xl border border-line bg-raised p-6 shadow-popup outline-none transition duration-150 ease-out data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
  // Names come in any length, and may have no place to break.
  title: 'line-clamp-3 text-lg font-semibold text-balance wrap-anywhere',
  detail: 'mt-1.5 text-sm text-ink-soft wrap-anywhere',
}
