/** "EncryptedPackage" as a name in an OLE directory: UTF-16LE ([MS-OFFCRYPTO] 2.3.4.4). */
const streamName = Buffer.from('EncryptedPackage', 'utf16le')
const oleMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * Whether the bytes are an Office file that only opens with a password: an OLE compound file, whatever the name
 * ends in, whose directory lists the stream EncryptedPackage. Directory entries are 128 bytes, aligned.
 */
export const isEncryptedOffice = (bytes: Uint8Array): boolean => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!buffer.subarray(0, 8).equals(oleMagic)) return false
  for (let at = buffer.indexOf(streamName); at !== -1; at = buffer.indexOf(streamName, at + 1))
    if (at % 128 === 0 && at + 66 <= buffer.length && buffer.readUInt16LE(at + 64) === streamName.length + 2)
      return true
  return false
}
