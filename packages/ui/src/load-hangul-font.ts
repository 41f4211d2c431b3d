/**
 * Brings Hangul to machines that have no font for it. The style sheet comes after the page has been
 * drawn; of the font itself a browser loads only the pieces that a text needs.
 */
export function loadHangulFont(): void {
  void import('@fontsource-variable/noto-sans-kr/index.css')
}
