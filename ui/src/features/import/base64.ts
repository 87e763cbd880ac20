/**
 * Bytes as base64. The browser's own reader makes it in one piece: made by hand, a large file leaves several times its
 * size in strings that nobody needs any more.
 */
export function base64(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
}
