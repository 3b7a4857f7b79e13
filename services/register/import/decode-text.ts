/** Bytes of a text file to text: UTF-8 with or without BOM, else Windows-1252, which is what Excel writes as "CSV". */

/** What the bytes 0x80 to 0x9F are in Windows-1252; five are nothing and stay control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Not TextDecoder('windows-1252'): on Node 20 that reads these bytes as ISO-8859-1, so that € and – are lost. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => windows1252.charAt(letter.charCodeAt(0) - 0x80));
}

export function decodeText(bytes: Uint8Array): { readonly text: string; readonly windows1252: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), windows1252: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: decodeWindows1252(bytes), windows1252: true };
  }
}
