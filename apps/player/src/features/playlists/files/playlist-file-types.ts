/** What the file picker offers; said apart so that the page loads no parser. */
export const playlistFileTypes = '.m3u8,.m3u,.json,audio/x-mpegurl,application/json'
